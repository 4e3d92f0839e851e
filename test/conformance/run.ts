// The real thing: the committed dist/ on real API servers, real schedulers and a real Argo CD.
import { Command, InvalidArgumentError } from 'commander';
import { tiers } from './cases/index.ts';
import { wordsOfTitles } from './cases/tiers.ts';
import { runTyped } from './command-line.ts';
import { conformance, install } from './conformance.ts';
import type { Wishes } from './conformance.ts';
import { parts } from './parts/index.ts';
import type { PartName } from './parts/index.ts';
import { endLeftovers, leftovers } from './processes/run-record.ts';

const all = Object.keys(parts) as PartName[];

const program = new Command('npm run conformance --')
  .description('take the committed dist/ to the real programs')
  .option('--only <parts>', `some of ${all.join(',')}`, partNames, all)
  .option('--keep', 'leave the clusters up that were started last', false)
  .option('--nightly', 'try the long cases too, after which the platform is another one', false)
  .option(
    '--case <words>',
    'of the cases, only those that have some of these words, parted by commas, in their title',
    wordsOfTitles(tiers),
    '',
  )
  .action(async ({ case: words, ...wishes }: Omit<Wishes, 'look' | 'words'> & { readonly case: string }) =>
    run({ ...wishes, words, look: false }),
  )
  .exitOverride();
program
  .command('install')
  .description('build whatever a run needs, and try nothing')
  .action(() => install(all));
program
  .command('up')
  .description('bring the platform up under Argo CD, to look at')
  .action(async () => run({ only: ['argocd'], keep: true, look: true, nightly: false, words: '' }));
program
  .command('down')
  .description('end whatever was left up')
  .action(() => endLeftovers(leftovers()));

await runTyped(program);

async function run(wishes: Wishes): Promise<void> {
  process.exitCode = (await conformance(wishes)) ? 0 : 1;
}

/** In their own order, whatever order they are asked for in. */
function partNames(text: string): PartName[] {
  const wanted = text.split(',');
  const unknown = wanted.find(name => !(name in parts));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`'${unknown}' is no part, must be one of ${all.join(', ')}.`);
  }
  return all.filter(name => wanted.includes(name));
}
