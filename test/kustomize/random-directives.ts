import fc from 'fast-check';
import { isMap } from '../../lib/yaml/json.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';

/** A directive somewhere in a patch: which way to go at each level, and what it says. */
export interface Directed {
  readonly way: readonly number[];
  readonly key: string;
  readonly value: Json;
}

/** What people write into strategic merge patches; some of it means nothing to Kustomize. */
export const directives: fc.Arbitrary<Directed> = fc.record({
  way: fc.array(fc.nat(9), { maxLength: 8 }),
  key: fc.oneof(
    { weight: 6, arbitrary: fc.constant('$patch') },
    fc.constantFrom('$retainKeys', '$setElementOrder/env', '$deleteFromPrimitiveList/finalizers'),
  ),
  value: fc.constantFrom('delete', 'delete', 'replace', 'replace', 'merge', 'other'),
});

/** The value with the directive: in a map as a field, in a list as an item of its own. */
export function directed(value: Json, { way: [turn, ...rest], key, value: text }: Directed): Json {
  const directive = { [key]: key === '$patch' ? text : ['a'] };
  const keys = Object.keys(value ?? {});
  const below = turn === undefined || keys.length === 0 ? undefined : keys[turn % keys.length]!;
  const next = below === undefined ? undefined : (value as JsonMap)[below];
  const goesOn = typeof next === 'object' && next !== null;
  if (Array.isArray(value)) {
    if (!goesOn) return turn === undefined || turn % 2 === 0 ? [directive, ...value] : [...value, directive];
    return value.with(Number(below), directed(next, { way: rest, key, value: text }));
  }
  if (!isMap(value)) return value;
  return goesOn ? { ...value, [below!]: directed(next, { way: rest, key, value: text }) } : { ...value, ...directive };
}
