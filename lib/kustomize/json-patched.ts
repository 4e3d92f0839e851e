import { isMap } from '../yaml/json.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import type { Operation } from './json-patch.ts';

/**
 * What Kustomize makes of a map and a JSON patch (RFC 6902) whose paths lead through maps.
 *
 * @throws Error for a path whose parent is missing or no map, and for the change of what is not there.
 */
export function jsonPatched(base: JsonMap, operations: readonly Operation[]): JsonMap {
  return operations.reduce((map, operation) => changed(map, operation, keysOf(operation.path)), base);
}

function changed(map: JsonMap, operation: Operation, [key, ...rest]: readonly string[]): JsonMap {
  if (key === undefined) throw new Error(`'${operation.path}' is the whole object, an operation must name a field`);
  const entries = new Map<string, Json>(Object.entries(map));
  if (rest.length > 0) entries.set(key, changed(parentAt(entries, key, operation), operation, rest));
  else perform(entries, key, operation);
  return Object.fromEntries(entries);
}

function perform(entries: Map<string, Json>, key: string, operation: Operation): void {
  // Some versions of Kustomize add what is to be replaced and missing, others fail.
  if (operation.op !== 'add' && !entries.has(key)) throw new Error(`'${operation.path}' is missing, it must be there`);
  if (operation.op === 'remove') entries.delete(key);
  else entries.set(key, operation.value);
}

function parentAt(entries: ReadonlyMap<string, Json>, key: string, { path }: Operation): JsonMap {
  const parent = entries.get(key);
  if (!isMap(parent)) throw new Error(`'${path}' leads through '${key}', which is no map, it must lead through maps`);
  return parent;
}

function keysOf(path: string): readonly string[] {
  return path
    .split('/')
    .slice(1)
    .map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
