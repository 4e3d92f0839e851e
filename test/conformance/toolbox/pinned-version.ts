import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf } from './catalogue.ts';
import { pinsOf } from './family.ts';

/** Version of the module that a family is built from, as its `go.mod` has it. @throws Error when it has none */
export function pinnedVersion(name: string): string {
  const family = familyOf(name);
  const file = join(pinsOf(family), 'go.mod');
  const { of = family.programs[0].source } = family;
  const required = [...readFileSync(file, 'utf8').matchAll(/^(?:require)?\s*(\S+) v(\S+)/gm)]
    .filter(([, path = '']) => of === path || of.startsWith(`${path}/`))
    .sort(([, one = ''], [, other = '']) => other.length - one.length);
  const version = required[0]?.[2];
  if (version === undefined) throw new Error(`${file}: requires nothing that has ${of}, must do so`);
  return version;
}
