import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules } from '../places.ts';
import { families } from './catalogue.ts';

/** Version of the module that a family is built from, as its `go.mod` has it. @throws Error when it has none */
export function pinnedVersion(name: string): string {
  const file = join(modules, name, 'go.mod');
  const {
    programs: [{ source }],
  } = families.find(family => family.name === name)!;
  const required = [...readFileSync(file, 'utf8').matchAll(/^(?:require)?\s*(\S+) v(\S+)/gm)]
    .filter(([, path = '']) => source === path || source.startsWith(`${path}/`))
    .sort(([, one = ''], [, other = '']) => other.length - one.length);
  const version = required[0]?.[2];
  if (version === undefined) throw new Error(`${file}: requires nothing that has ${source}, must do so`);
  return version;
}
