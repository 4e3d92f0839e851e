// The real thing: the committed dist/ on real API servers, real schedulers and a real Argo CD.
import { parseArgs } from 'node:util';
import { conformance } from './conformance.ts';
import { parts } from './parts/index.ts';
import { takeDown } from './parts/stay.ts';

const usage = `npm run conformance -- [up | down] [--only ${Object.keys(parts).join(',')}] [--keep]`;

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, keep: { type: 'boolean', default: false } },
  });
  const [command] = positionals;
  if (command === 'down') return takeDown();
  if (command === 'up') return conformance({ only: ['argocd'], keep: true, look: true });

  const only = values.only?.split(',') ?? Object.keys(parts);
  if (command !== undefined || only.some(name => !(name in parts))) {
    console.error(usage);
    return 2;
  }
  return conformance({ only: only as (keyof typeof parts)[], keep: values.keep, look: false });
}
