import pico from 'picocolors';
import { readTree } from '../disk/index.ts';
import type { Call } from './command-row.ts';
import { distFolder, isOurs } from './dist.ts';
import { found, success } from './exit-codes.ts';
import { print, printJson } from './output.ts';
import { refuseChangesSince } from './refuse-changes.ts';
import type { Program } from '../synthesis.ts';
import { synthesize } from '../synthesis.ts';
import { typingsOf } from '../typings/typings.ts';
import { staleText as staleTypingsText, staleTypings, typeFiles } from './typings.ts';
import type { StaleTypings } from './typings.ts';

/** A file of `dist/` that is not what the code says. */
export interface StaleFile {
  readonly path: string;

  /** The first three are mended by `synth`; a file of somebody else it never touches. */
  readonly problem: 'differs' | 'is missing' | 'is left over' | 'was not written by this program';
}

/**
 * Compares the committed tree with the code, types in `imports/` with their definition files, and what the code says with
 * an earlier commit. Writes nothing.
 */
export async function check(program: Program, { json, options: { since = [] } = {} }: Call): Promise<number> {
  const synthesis = await synthesize(program);
  for (const commit of since) refuseChangesSince(program.root, commit, synthesis);
  const { files, platform } = synthesis;
  const stale = staleFiles(files, readTree(distFolder(program.root)));
  const types = staleTypings(typingsOf(platform.definitions), typeFiles(program.root));

  const ok = stale.length + types.length === 0;
  if (json) printJson({ ok, stale, typings: types });
  else print(staleText(stale, files.size) + typingsText(types));
  return ok ? success : found;
}

/** What differs between the tree that the code says and the one on disk, in order of paths. */
export function staleFiles(wanted: ReadonlyMap<string, string>, actual: ReadonlyMap<string, string>): StaleFile[] {
  return [...new Set([...wanted.keys(), ...actual.keys()])].sort().flatMap(path => {
    const problem = problemOf(wanted.get(path), actual.get(path));
    return problem ? [{ path, problem }] : [];
  });
}

function problemOf(wanted: string | undefined, actual: string | undefined): StaleFile['problem'] | undefined {
  if (wanted === actual) return undefined;
  if (actual === undefined) return 'is missing';
  // An empty file in the place of ours is what a loss of power leaves, and synth writes over it.
  if (!isOurs(actual) && !(actual === '' && wanted !== undefined)) return 'was not written by this program';
  return wanted === undefined ? 'is left over' : 'differs';
}

function typingsText(types: readonly StaleTypings[]): string {
  if (types.length === 0) return '';
  return `${types.map(staleTypingsText).join('')}Run ${pico.bold('`npm run typings`')} and commit the result.\n`;
}

function staleText(stale: readonly StaleFile[], total: number): string {
  if (stale.length === 0) return `${pico.green('dist/ is what the code says')}: ${total} files.\n`;
  const lines = stale.map(({ path, problem }) => `dist/${path} ${pico.yellow(problem)}`);
  const others = stale.filter(({ problem }) => problem === 'was not written by this program').length;
  const ours = stale.length - others;
  const synth = pico.bold('`npm run synth`');
  return [
    ...lines,
    ...(ours > 0 ? [`${ours} of ${total} files are not what the code says.`] : []),
    ...(others > 0 ? [`Move away or remove by hand what the program did not write: ${synth} never does.`] : []),
    ...(ours > 0 ? [`${others > 0 ? 'Then run' : 'Run'} ${synth} and commit the result.`] : []),
    '',
  ].join('\n');
}
