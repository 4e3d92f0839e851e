import { isEqual } from './equal.ts';
import type { JsonPatchOperation } from './json-patch-operation.ts';
import { isMap } from '../yaml/json.ts';
import type { Json, JsonMap } from '../yaml/json.ts';

/** What turns one map into another, given the path of both. */
type MapOperations = (base: JsonMap, target: JsonMap, path: string) => JsonPatchOperation[];

/** A map that states its name. */
type Named = JsonMap & { readonly name: string };

/** A name that every reader compares alike. */
const plainName = /^[\w./-]+$/;

/**
 * The operations that turn one list into another, item by item: what is gone is removed from the end on, and then each
 * new item is added and each other one changed at its place. A test of the name comes before what is removed or changed.
 *
 * @returns undefined where items have no names of their own, or where those that stay change places.
 */
export function listOperations(
  base: readonly Json[],
  target: readonly Json[],
  path: string,
  mapOperations: MapOperations,
): JsonPatchOperation[] | undefined {
  if (!areNamed(base) || !areNamed(target)) return undefined;
  const present = new Map(base.map(item => [item.name, item]));
  const wanted = new Set(target.map(({ name }) => name));
  const kept = target.filter(({ name }) => present.has(name));
  const before = base.filter(({ name }) => wanted.has(name));
  if (kept.some(({ name }, index) => name !== before[index]!.name)) return undefined;
  return [...removals(base, wanted, path), ...changes(target, present, path, mapOperations)];
}

function removals(base: readonly Named[], wanted: ReadonlySet<string>, path: string): JsonPatchOperation[] {
  const gone = [...base.entries()].filter(([, { name }]) => !wanted.has(name)).reverse();
  return gone.flatMap(([index, { name }]) => [testOf(path, index, name), { op: 'remove', path: `${path}/${index}` }]);
}

function changes(
  target: readonly Named[],
  present: ReadonlyMap<string, Named>,
  path: string,
  mapOperations: MapOperations,
): JsonPatchOperation[] {
  return target.flatMap((item, index) => {
    const place = `${path}/${index}`;
    const before = present.get(item.name);
    if (before === undefined) return [{ op: 'add', path: place, value: item }];
    if (isEqual(before, item)) return [];
    return [testOf(path, index, item.name), ...mapOperations(before, item, place)];
  });
}

function testOf(path: string, index: number, name: string): JsonPatchOperation {
  return { op: 'test', path: `${path}/${index}/name`, value: name };
}

function areNamed(items: readonly Json[]): items is readonly Named[] {
  const names = items.map(item => (isMap(item) ? item.name : undefined));
  return new Set(names).size === items.length && names.every(name => typeof name === 'string' && plainName.test(name));
}
