import { isEqual, keysOf, pointerToken, valueAt } from './equal.ts';
import { isMap } from '../yaml/json.ts';
import type { Json, JsonMap } from '../yaml/json.ts';

/** One step of a JSON patch (RFC 6902) whose path leads through maps only. */
export type Operation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string };

/**
 * The JSON patch that turns one map into another, sorted by path. A list that differs is replaced whole, the outermost
 * where lists are nested: positions in a list would depend on the order in the base.
 */
export function jsonPatch(base: JsonMap, target: JsonMap): readonly Operation[] {
  const operations: Operation[] = [];
  collect(base, target, '', operations);
  return operations;
}

function collect(base: JsonMap, target: JsonMap, parent: string, operations: Operation[]): void {
  for (const key of keysOf(base, target)) {
    const path = `${parent}/${pointerToken(key)}`;
    const before = valueAt(base, key);
    const value = valueAt(target, key);
    if (value === undefined) operations.push({ op: 'remove', path });
    else if (before === undefined) operations.push({ op: 'add', path, value });
    else if (isMap(before) && isMap(value)) collect(before, value, path, operations);
    else if (!isEqual(before, value)) operations.push({ op: 'replace', path, value });
  }
}
