// The committed dist/ on real nodes: real kubelets, containers and network policies on this one machine.
import { basename } from 'node:path';
import { Command } from 'commander';
import { wordsOfTitles } from '../conformance/cases/tiers.ts';
import { runTyped } from '../conformance/command-line.ts';
import { endLeftovers, leftovers } from '../conformance/processes/run-record.ts';
import { tiers } from './cases/index.ts';
import { install } from './install.ts';
import { live } from './live.ts';
import type { Wishes } from './orders.ts';
import { folderPrefix } from './places.ts';
import { removeGroups } from './world/control-groups.ts';

const program = new Command('npm run live --')
  .description('run the committed dist/ on real nodes, in namespaces of this machine')
  .option('--keep', 'leave the platform up', false)
  .option('--nightly', 'try the long cases too', false)
  .option(
    '--case <words>',
    'of the cases, only those that have some of these words, parted by commas, in their title',
    wordsOfTitles(tiers),
    '',
  )
  .action(({ case: words, ...wishes }: Omit<Wishes, 'look' | 'words'> & { readonly case: string }) =>
    run({ ...wishes, words, look: false }),
  )
  .exitOverride();
program
  .command('install')
  .description('make whatever a run needs, and try nothing')
  .action(async () => void (await install({ nightly: false })));
program
  .command('up')
  .description('bring the platform up, to look at')
  .action(() => run({ keep: true, look: true, nightly: false, words: '' }));
program
  .command('down')
  .description('end whatever was left up')
  .action(async () => {
    const left = leftovers(folderPrefix);
    await endLeftovers(left);
    for (const { folder } of left) removeGroups(basename(folder));
  });

await runTyped(program);

async function run(wishes: Wishes): Promise<void> {
  process.exitCode = (await live(wishes)) ? 0 : 1;
}
