import pico from 'picocolors';
import { readTree } from '../disk/index.ts';
import type { Call } from './command-row.ts';
import { found, success } from './exit-codes.ts';
import { distFolder, printJson } from './output.ts';
import type { Program } from '../synthesis.ts';
import { synthesize } from '../synthesis.ts';

/** A file of `dist/` that is not what the code says. */
export interface StaleFile {
  readonly path: string;
  readonly problem: 'differs' | 'is missing' | 'is left over';
}

/** Compares the committed tree with the code. Writes nothing. */
export async function check(program: Program, { json }: Call): Promise<number> {
  const { files } = await synthesize(program);
  const stale = staleFiles(files, readTree(distFolder(program.root)));

  if (json) printJson({ stale });
  else process.stdout.write(staleText(stale, files.size));
  return stale.length > 0 ? found : success;
}

/** What differs between the tree that the code says and the one on disk, in order of paths. */
export function staleFiles(wanted: ReadonlyMap<string, string>, actual: ReadonlyMap<string, string>): StaleFile[] {
  const stale: StaleFile[] = [];
  for (const path of [...new Set([...wanted.keys(), ...actual.keys()])].sort()) {
    if (!actual.has(path)) stale.push({ path, problem: 'is missing' });
    else if (!wanted.has(path)) stale.push({ path, problem: 'is left over' });
    else if (wanted.get(path) !== actual.get(path)) stale.push({ path, problem: 'differs' });
  }
  return stale;
}

function staleText(stale: readonly StaleFile[], total: number): string {
  if (stale.length === 0) return `${pico.green('dist/ is what the code says')}: ${total} files.\n`;
  const lines = stale.map(({ path, problem }) => `dist/${path} ${pico.yellow(problem)}`);
  return (
    `${lines.join('\n')}\n${stale.length} of ${total} files are not what the code says. `
    + `Run ${pico.bold('`npm run synth`')} and commit the result.\n`
  );
}
