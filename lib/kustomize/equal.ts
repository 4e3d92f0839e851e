import { isMap } from '../yaml/json.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { isPlainMap } from './uncarried-values.ts';

/**
 * Whether two values of JSON say the same: maps by their own keys in any order, lists by position, numbers by value.
 * Values that are one and the same object are equal at once, which makes comparing unchanged objects cheap.
 */
export function isEqual(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left)) return Array.isArray(right) && areEqualLists(left, right);
  return !Array.isArray(right) && areEqualMaps(left as JsonMap, right as JsonMap);
}

/**
 * Path of the first value in which two values of JSON differ, in the order of sorted keys, as a JSON pointer.
 *
 * @returns undefined where nothing differs, and an empty text where the values differ as a whole.
 */
export function firstDifference(left: Json | undefined, right: Json | undefined): string | undefined {
  if (isEqual(left, right)) return undefined;
  if (Array.isArray(left) && Array.isArray(right)) return differenceOf(indexesOf(left, right), left, right);
  if (isMap(left) && isMap(right)) return differenceOf(keysOf(left, right), left, right);
  return '';
}

/** A key as it stands in a JSON pointer. */
export function pointerToken(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

/** The value of a map's own key: `constructor`, which every object inherits, is not there unless it was given. */
export function valueAt(map: JsonMap, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Keys of either map, sorted by code unit so that no locale changes the order. */
export function keysOf(left: JsonMap, right: JsonMap): readonly string[] {
  const keys = Object.keys(left);
  for (const key of Object.keys(right)) if (!Object.hasOwn(left, key)) keys.push(key);
  return keys.sort();
}

function areEqualLists(left: readonly Json[], right: readonly Json[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) if (!isEqual(left[index], right[index])) return false;
  return true;
}

function areEqualMaps(left: JsonMap, right: JsonMap): boolean {
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  // A Date shows no keys either: two of them must not pass for two empty maps.
  if (keys.length === 0) return isPlainMap(left) && isPlainMap(right);
  for (const key of keys) if (!Object.hasOwn(right, key) || !isEqual(left[key], right[key])) return false;
  return true;
}

function differenceOf(keys: readonly (string | number)[], left: object, right: object): string {
  for (const key of keys) {
    const [a, b] = [left, right].map(side => (Object.hasOwn(side, key) ? (side as JsonMap)[key] : undefined));
    const below = firstDifference(a, b);
    if (below !== undefined) return `/${pointerToken(String(key))}${below}`;
  }
  return '';
}

function indexesOf(left: readonly Json[], right: readonly Json[]): readonly number[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => index);
}
