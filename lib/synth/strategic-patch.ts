import { isEqual, keysOf, valueAt } from './equal.ts';
import { isMap, type Json, type JsonMap, type Manifest } from './manifest.ts';
import { isWellKeyed, itemKey, keyFields } from './merge-lists.ts';
import { positionOf, type Position } from './merge-keys.ts';

/** Says that a strategic merge patch cannot express a difference exactly. */
const INEXACT = Symbol('inexact');

/** A difference: what to write into the patch, undefined for none. */
type Difference = Json | undefined | typeof INEXACT;

/**
 * The strategic merge patch that turns `base` into `target`, or undefined where Kustomize would not do so exactly.
 * It holds no directive and no key that could be taken for one.
 */
export function strategicPatch(base: Manifest, target: Manifest): JsonMap | undefined {
  const position = positionOf(base.apiVersion, base.kind);
  if (!isWellKeyed(base, position) || !isWellKeyed(target, position)) return undefined;
  const difference = mapDifference(base, target, position);
  if (difference === INEXACT || !isMap(difference)) return undefined;
  const { apiVersion, kind, metadata: { name } } = base;
  const metadata = isMap(difference.metadata) ? { name, ...difference.metadata } : { name };
  return { apiVersion, kind, ...difference, metadata };
}

function differenceOf(base: Json, target: Json, position?: Position): Difference {
  if (base === target) return undefined;
  if (isMap(base) && isMap(target)) return mapDifference(base, target, position);
  if (Array.isArray(base) && Array.isArray(target)) return listDifference(base, target, position);
  // Kustomize keeps the quotes of the base: a text that becomes a number would stay a text.
  if (typeof base !== typeof target || typeof base === 'object') return INEXACT;
  return target;
}

function mapDifference(base: JsonMap, target: JsonMap, position?: Position): Difference {
  const entries: [string, Json][] = [];
  for (const key of keysOf(base, target)) {
    const difference = fieldDifference(valueAt(base, key), valueAt(target, key), position?.fields.get(key));
    if (difference === undefined) continue;
    if (difference === INEXACT || key.startsWith('$')) return INEXACT;
    entries.push([key, difference]);
  }
  if (entries.length === 0) return undefined;
  if (Object.keys(target).length === 0) return INEXACT;
  // From entries, a key such as `__proto__` becomes a field like any other.
  return Object.fromEntries(entries);
}

function fieldDifference(base: Json | undefined, target: Json | undefined, position?: Position): Difference {
  if (target === undefined) return null;
  if (base === undefined) return isWritable(target) ? target : INEXACT;
  return differenceOf(base, target, position);
}

function listDifference(base: readonly Json[], target: readonly Json[], position?: Position): Difference {
  if (position?.keys) return mergedDifference(base as readonly JsonMap[], target as readonly JsonMap[], position);
  if (isEqual(base, target)) return undefined;
  return isWritable(target) ? target : INEXACT;
}

/**
 * Kustomize puts the items of a patch first, in their order, and the untouched items of the base after them. Lists with
 * two keys keep the order of the base instead, behind new items. So a patch lists the items up to the last one that
 * differs or moves, and what follows must be the rest of the base, as it stands there.
 */
function mergedDifference(base: readonly JsonMap[], target: readonly JsonMap[], position: Position): Difference {
  const keys = position.keys!;
  if (keys.length === 0) return isEqual(base, target) ? undefined : INEXACT;
  const places = new Map(base.map((item, index) => [itemKey(item, keys), index]));
  const items: JsonMap[] = [];
  let kept = 0;
  let listed = 0;
  let last = Infinity;
  for (const item of target) {
    const place = places.get(itemKey(item, keys));
    const difference = place === undefined ? item : differenceOf(base[place]!, item, position);
    if (difference === INEXACT || (place === undefined && !isWritable(item))) return INEXACT;
    if (place !== undefined) kept += 1;
    items.push(difference === undefined ? keyFields(item, keys) : { ...keyFields(item, keys), ...(difference as JsonMap) });
  }
  if (kept < base.length) return INEXACT;
  for (let index = target.length - 1; index >= 0 && listed === 0; index -= 1) {
    const place = places.get(itemKey(target[index]!, keys));
    const isUntouched = place !== undefined && Object.keys(items[index]!).length === keys.length && place < last;
    if (isUntouched) last = place;
    else listed = index + 1;
  }
  if (listed === 0) return undefined;
  return keys.length === 1 || isInOrderOfBase(target, places, keys) ? items.slice(0, listed) : INEXACT;
}

function isInOrderOfBase(target: readonly JsonMap[], places: ReadonlyMap<string, number>, keys: readonly string[]): boolean {
  const order = target.map((item) => places.get(itemKey(item, keys)) ?? -1);
  return order.every((place, index) => index === 0 || place >= order[index - 1]!);
}

/** Whether Kustomize takes a value that the base lacks as it is. */
function isWritable(value: Json): boolean {
  if (value === null) return false;
  if (typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every((item) => isWritable(item));
  return Object.entries(value).every(([key, field]) => !key.startsWith('$') && isWritable(field));
}
