import { isMap } from '../yaml/json.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import type { Position } from './merge-keys.ts';

/**
 * Whether Kustomize merges anything into an object without loss, wherever the change is: each item of each merged list
 * states its keys and no two items state the same (or items are lost without a word), and no key of a map is empty (or
 * the build fails).
 */
export function isMergeable(manifest: Manifest, position: Position | undefined): boolean {
  return isWellKeyed(manifest, position) && !hasEmptyKey(manifest);
}

/** What tells an item of a merged list from the others. Kustomize compares texts, so that 80 and '80' are the same. */
export function itemKey(item: JsonMap, keys: readonly string[]): string {
  return keys.length === 1 ? String(item[keys[0]!]) : JSON.stringify(keys.map(key => String(item[key])));
}

/**
 * Whether a key stays a text when it is written bare, as Kustomize 4.5 writes the keys that a strategic patch adds, and
 * all versions write the keys of annotations: not a number, a date, a boolean or null. It may doubt too many.
 */
export function readsAsText(key: string): boolean {
  return !/^(?:[-+]?\.?\d[\w.:+-]*|\d{4}-\d.*|[-+]?\.(?:inf|nan)|true|false|null|~|<<|)$/i.test(key);
}

function isWellKeyed(value: Json, position: Position | undefined): boolean {
  if (position === undefined) return true;
  if (position.keys) return Array.isArray(value) && isWellKeyedList(value, position, position.keys);
  return !isMap(value) || areWellKeyedFields(value, position);
}

function isWellKeyedList(items: readonly Json[], position: Position, keys: readonly string[]): boolean {
  if (keys.length === 0) return new Set(items).size === items.length && items.every(item => typeof item === 'string');
  const seen = new Set<string>();
  for (const item of items) {
    if (!isMap(item) || !hasKeys(item, keys) || !areWellKeyedFields(item, position)) return false;
    seen.add(itemKey(item, keys));
  }
  return seen.size === items.length;
}

function areWellKeyedFields(value: JsonMap, { fields }: Position): boolean {
  for (const [key, position] of fields) {
    if (Object.hasOwn(value, key) && !isWellKeyed(value[key]!, position)) return false;
  }
  return true;
}

/** A key is a text or a number; an empty text counts as missing. */
function hasKeys(item: JsonMap, keys: readonly string[]): boolean {
  for (const key of keys) {
    const value = Object.hasOwn(item, key) ? item[key] : undefined;
    if (typeof value !== 'number' && (typeof value !== 'string' || value === '')) return false;
  }
  return true;
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
