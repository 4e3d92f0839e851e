import { isEqual, keysOf, pointerToken, valueAt } from './equal.ts';
import { listOperations } from './json-list-patch.ts';
import type { JsonPatchOperation } from './json-patch-operation.ts';
import { isMap } from '../yaml/json.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { yamlText } from '../yaml/yaml-text.ts';

/**
 * The JSON patch that turns one map into another, sorted by path. Where the items of a list have names, only those that
 * differ are changed, each behind a test of its name: a place in a list means another item once the base is another.
 * Any other list that differs is replaced whole.
 */
export function jsonPatch(base: JsonMap, target: JsonMap): readonly JsonPatchOperation[] {
  return mapOperations(base, target, '');
}

function mapOperations(base: JsonMap, target: JsonMap, parent: string): JsonPatchOperation[] {
  return keysOf(base, target).flatMap(key => {
    const path = `${parent}/${pointerToken(key)}`;
    const [before, value] = [valueAt(base, key), valueAt(target, key)];
    if (value === undefined) return [{ op: 'remove', path }];
    return before === undefined ? [{ op: 'add', path, value }] : changeOperations(before, value, path);
  });
}

function changeOperations(before: Json, value: Json, path: string): JsonPatchOperation[] {
  if (isEqual(before, value)) return [];
  if (isMap(before) && isMap(value)) return mapOperations(before, value, path);
  const replacement: JsonPatchOperation[] = [{ op: 'replace', path, value }];
  if (!Array.isArray(before) || !Array.isArray(value)) return replacement;
  const operations = listOperations(before, value, path, mapOperations);
  return operations && linesOf(operations) < linesOf(replacement) ? operations : replacement;
}

/** What a reader of the patch has to read. */
function linesOf(operations: readonly JsonPatchOperation[]): number {
  return yamlText(operations as unknown as Json).split('\n').length;
}
