import { isMap, type Json, type JsonMap } from './manifest.ts';
import type { Position } from './merge-keys.ts';

/**
 * Whether each item of each list that Kustomize merges states its keys, and no two items state the same. Where one does
 * not, Kustomize loses items as soon as it merges anything into the object, wherever the change is.
 */
export function isWellKeyed(value: Json | undefined, position: Position | undefined): boolean {
  if (value === undefined || position === undefined) return true;
  if (position.keys) return Array.isArray(value) && isWellKeyedList(value, position, position.keys);
  return !isMap(value) || areWellKeyedFields(value, position);
}

/** What tells an item of a merged list from the others. */
export function itemKey(item: JsonMap, keys: readonly string[]): string {
  return keys.length === 1 ? String(item[keys[0]!]) : keys.map((key) => item[key]).join('\n');
}

/** The part of an item that names it in a patch. */
export function keyFields(item: JsonMap, keys: readonly string[]): JsonMap {
  return Object.fromEntries(keys.map((key) => [key, item[key]!]));
}

function isWellKeyedList(items: readonly Json[], position: Position, keys: readonly string[]): boolean {
  if (keys.length === 0) return new Set(items).size === items.length;
  const seen = new Set<string>();
  for (const item of items) {
    if (!isMap(item) || !keys.every((key) => isKey(item, key)) || !areWellKeyedFields(item, position)) return false;
    seen.add(itemKey(item, keys));
  }
  return seen.size === items.length;
}

function areWellKeyedFields(value: JsonMap, { fields }: Position): boolean {
  for (const [key, position] of fields) {
    if (Object.hasOwn(value, key) && !isWellKeyed(value[key], position)) return false;
  }
  return true;
}

/** A key is a text or a number: an empty text counts as missing. */
function isKey(item: JsonMap, key: string): boolean {
  const value = Object.hasOwn(item, key) ? item[key] : undefined;
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}
