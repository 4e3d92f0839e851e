import { join, relative } from 'node:path';
import pico from 'picocolors';
import { readTexts, writeText } from '../disk/index.ts';
import { definitionsIn } from '../model/input/definition-problems.ts';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import { definitionFiles } from '../synthesis.ts';
import type { Program } from '../synthesis.ts';
import { isTypings, typingsOf } from '../typings/typings.ts';
import type { Call } from './command-row.ts';
import { success } from './exit-codes.ts';
import { print, printJson } from './output.ts';

/** A file of types in `imports/` that is not what its definition file says. */
export interface StaleTypings {
  readonly path: string;
  readonly problem: 'differs' | 'is left over';
}

/** Writes the types of every definition file beside it. */
export async function typings({ root }: Program, { json }: Call): Promise<number> {
  const { definitions, mistakes } = definitionsIn(definitionFiles(root));
  if (mistakes.length > 0) throw new InputError(mistakes);
  const wanted = typingsOf(definitions);
  const present = typeFiles(root);
  const foreign = [...wanted.keys()].filter(path => present.has(path) && !isTypings(present.get(path)!));
  if (foreign.length > 0) {
    const message = 'was not written by this program, it must be moved: the types of the definition file go there';
    throw new InputError(foreign.map(path => mistake('reserved', path, message)));
  }

  const written = [...wanted].filter(([path, text]) => present.get(path) !== text).map(([path]) => path);
  for (const path of written) writeText(relative('', join(root, path)), wanted.get(path)!);
  const stale = staleTypings(wanted, typeFiles(root));
  const rows = definitions.map(({ file, group, kind, versions }) => ({
    file,
    group,
    kind,
    versions: versions.map(({ name }) => name),
    rules: versions.reduce((sum, { rules }) => sum + rules, 0),
  }));
  if (json) printJson({ ok: stale.length === 0, written, stale, kinds: rows });
  else print([...rows.map(kindText), ...stale.map(staleText), totalText(written.length, wanted.size)].join(''));
  return success;
}

/** What differs between the types that the definition files say and those that are there. Nobody needs to have them. */
export function staleTypings(
  wanted: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
): StaleTypings[] {
  return [...present].flatMap(([path, text]): StaleTypings[] => {
    if (!isTypings(text) || wanted.get(path) === text) return [];
    return [{ path, problem: wanted.has(path) ? 'differs' : 'is left over' }];
  });
}

/** Files in `imports/` that may hold types. */
export function typeFiles(root: string): Map<string, string> {
  const texts = readTexts(relative('', join(root, 'imports')), ['.ts']);
  return new Map([...texts].map(([name, text]) => [`imports/${name}`, text]));
}

/** How people are told of one. */
export function staleText({ path, problem }: StaleTypings): string {
  const what = problem === 'differs' ? 'is not what its definition file says' : 'has no definition file, it must go';
  return `${path} ${pico.yellow(what)}\n`;
}

function kindText({ file, group, kind, versions, rules }: { readonly [key: string]: unknown; rules: number }): string {
  const unjudged = rules > 0 ? pico.yellow(`, with ${counted(rules, 'rule')} that only API servers judge`) : '';
  return `${String(file)}: ${String(kind)} of ${String(group)} (${(versions as string[]).join(', ')})${unjudged}\n`;
}

function totalText(written: number, total: number): string {
  return pico.bold(`${counted(total, 'file')} of types in imports/, ${written} written.\n`);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
