import { accessSync, constants, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { placeVariables } from '../places.ts';
import { outcome } from '../processes/execute.ts';
import { families } from './catalogue.ts';
import type { Family } from './family.ts';
import { ToolMissing } from './tool-missing.ts';

/** How programs are asked for their version; the first that is answered with one counts. */
const questions = [['--version'], ['version', '--client'], ['version'], ['-v']];

/** A program that does not know the question may start to serve: it is given this long, in seconds. */
const patience = 20;

/** Environment variable that names programs of one's own in place of those that a family builds. */
export function variableOf({ name }: Pick<Family, 'name'>): string {
  return `CONFORMANCE_${name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}`;
}

/**
 * Path of one's own program in place of a built one; undefined where there is none.
 *
 * @returns below the folder that the variable names, or for a family of one program what it names, when that is a file
 */
export function ownProgram(family: Family, program: string): string | undefined {
  const named = process.env[variableOf(family)];
  if (named === undefined || named === '') return undefined;
  const path = resolve(named);
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, program) : path;
}

/**
 * What programs of one's own say of themselves.
 *
 * @returns a version for each program of the family; undefined where the built ones are used
 * @throws ToolMissing for one that is not there, is no program, or says no version
 */
export async function ownVersions(family: Family): Promise<string[] | undefined> {
  const variable = variableOf(family);
  const named = process.env[variable];
  if (named === undefined || named === '') return undefined;

  const found = statSync(resolve(named), { throwIfNoEntry: false });
  if (!found) throw new ToolMissing(`${variable}: '${named}' is not there, must be`);
  if (!found.isDirectory() && family.programs.length > 1) {
    const names = family.programs.map(({ name }) => name).join(', ');
    throw new ToolMissing(`${variable}: '${named}' is no folder, must be one that has ${names}`);
  }
  const versions: string[] = [];
  for (const { name } of family.programs) versions.push(await versionOf(ownProgram(family, name)!, variable));
  return versions;
}

/** @throws ToolMissing for a variable of this suite that it does not know: whoever misspells one would not learn it */
export function refuseUnknownVariables(): void {
  const known = [...placeVariables, ...families.map(variableOf)];
  const unknown = Object.keys(process.env).find(name => name.startsWith('CONFORMANCE_') && !known.includes(name));
  if (unknown === undefined) return;
  throw new ToolMissing(`${unknown}: is no variable of this suite, must be one of ${known.sort().join(', ')}`);
}

async function versionOf(path: string, variable: string): Promise<string> {
  if (!isProgram(path)) throw new ToolMissing(`${variable}: '${path}' is no program that is there, must be one`);

  const heard: string[] = [];
  for (const question of questions) {
    const { code, stdout, stderr } = await outcome('timeout', ['-k', '1', String(patience), path, ...question]);
    const [version] = /\d+\.\d+(?:\.\d+)?(?:[-+][\w.+-]+)?/.exec(stdout || stderr) ?? [];
    if (code === 0 && version !== undefined) return version;
    heard.push(`${question.join(' ')}: ended with ${code}${lastLine(stderr)}`);
  }
  throw new ToolMissing(
    [`${variable}: '${path}' says no version, must do so when it is asked with one of these`, ...heard].join('\n  '),
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function lastLine(text: string): string {
  const line = text.trim().split('\n').at(-1) ?? '';
  return line === '' ? '' : `: ${line.slice(0, 200)}`;
}
