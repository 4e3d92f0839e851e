import { isMap } from '../yaml/json.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { positionWithin } from './merge-keys.ts';
import type { Position } from './merge-keys.ts';
import { valueAt } from './equal.ts';

/**
 * Whether Kustomize merges anything into an object without loss, wherever the change is: no two items of a merged list
 * can be taken for one (or items are lost without a word), no key of a map is empty (or the build fails), and no field
 * is null (which some versions keep and others drop).
 */
export function isMergeable(manifest: Manifest, position: Position | undefined): boolean {
  return isWellKeyed(manifest, position) && !hasEmptyKey(manifest) && !hasNull(manifest);
}

/**
 * What tells an item of a merged list from the others. Kustomize compares texts, so that 80 and '80' are the same. An
 * item may leave out all of its key but the first field.
 */
export function itemKey(item: JsonMap, keys: readonly string[]): string {
  return JSON.stringify(keys.map(key => (Object.hasOwn(item, key) ? String(item[key]) : '')));
}

/**
 * Whether a key stays a text when it is written bare, as Kustomize 4.5 writes the keys that a strategic patch adds, and
 * all versions write the keys of annotations: not a number, a date, a boolean or null. It may doubt too many.
 */
export function readsAsText(key: string): boolean {
  return !/^(?:[-+]?\.?\d[\w.:+-]*|\d{4}-\d.*|[-+]?\.(?:inf|nan)|true|false|null|~|<<|)$/i.test(key);
}

function isWellKeyed(value: Json, position: Position | undefined): boolean {
  if (position?.keys) return Array.isArray(value) && isWellKeyedList(value, position, position.keys);
  return !isMap(value) || areWellKeyedFields(value, position);
}

function isWellKeyedList(items: readonly Json[], position: Position, keys: readonly string[]): boolean {
  if (keys.length === 0) return new Set(items).size === items.length && items.every(item => typeof item === 'string');
  const seen = new Set<string>();
  let isComplete = true;
  for (const item of items) {
    if (!isMap(item) || !hasKeys(item, keys) || !areWellKeyedFields(item, position)) return false;
    seen.add(itemKey(item, keys));
    isComplete &&= keys.every(key => Object.hasOwn(item, key));
  }
  if (seen.size < items.length) return false;
  // Where an item leaves out some of its key, Kustomize takes any item for it that shares the rest.
  return isComplete || new Set(items.map(item => itemKey(item as JsonMap, keys.slice(0, 1)))).size === items.length;
}

function areWellKeyedFields(value: JsonMap, outer: Position | undefined): boolean {
  const position = positionWithin(outer, new Map(Object.entries(value)));
  for (const key of Object.keys(value)) if (!isWellKeyed(value[key]!, position?.fields.get(key))) return false;
  return true;
}

/** A key is a text or an integer; an empty text counts as missing. All but the first may be left out. */
function hasKeys(item: JsonMap, keys: readonly string[]): boolean {
  return keys.every((key, index) => {
    const value = valueAt(item, key);
    if (value === undefined) return index > 0;
    return typeof value === 'number' ? Number.isSafeInteger(value) : typeof value === 'string' && value !== '';
  });
}

/** Whether something within a value is null. */
export function hasNull(value: Json): boolean {
  if (typeof value !== 'object') return false;
  return value === null || Object.values(value).some((field: Json) => hasNull(field));
}

/** Whether some map within a value has an empty key. */
export function hasEmptyKey(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) if (hasEmptyKey(item)) return true;
    return false;
  }
  const map = value as JsonMap;
  for (const key of Object.keys(map)) if (key === '' || hasEmptyKey(map[key]!)) return true;
  return false;
}
