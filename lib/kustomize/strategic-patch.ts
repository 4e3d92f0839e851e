import { isEqual, valueAt } from './equal.ts';
import { isMap } from '../yaml/json.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { listedItems } from './listed-items.ts';
import type { Row } from './listed-items.ts';
import { positionOf, positionWithin } from './merge-keys.ts';
import type { Position } from './merge-keys.ts';
import { isMergeable, itemKey, readsAsText } from './mergeable.ts';

/** Stands for a difference that a strategic merge patch cannot express exactly. */
const inexact = Symbol('inexact');

/** What a patch says about a difference; undefined where there is none. */
type Difference = Json | undefined | typeof inexact;

/**
 * The strategic merge patch that turns `base` into `target`, or undefined where Kustomize would not do so exactly. It
 * holds no directive, and no key that could be taken for one.
 */
export function strategicPatch(base: Manifest, target: Manifest): JsonMap | undefined {
  const { apiVersion, kind } = base;
  const position = positionOf(apiVersion, kind);
  if (!isMergeable(base, position) || !isMergeable(target, position)) return undefined;
  const difference = mapDifference(base, target, position);
  if (!isMap(difference)) return undefined;
  const { metadata, ...fields } = difference;
  return { apiVersion, kind, metadata: { ...namingOf(base), ...(metadata as JsonMap | undefined) }, ...fields };
}

/** What Kustomize finds the object by; it fails where a namespace is missing. */
function namingOf({ metadata: { name, namespace } }: Manifest): JsonMap {
  return namespace === undefined ? { name } : { name, namespace };
}

function differenceOf(base: Json, target: Json, position: Position | undefined): Difference {
  if (base === target) return undefined;
  if (Array.isArray(base) && Array.isArray(target)) return listDifference(base, target, position);
  if (isMap(base) && isMap(target)) return mapDifference(base, target, position);
  return isScalarChange(base, target) ? target : inexact;
}

/**
 * Kustomize writes the new value in the style of the old one: a text that becomes a number stays in its quotes, and no
 * block of lines can start with a tab.
 */
function isScalarChange(base: Json, target: Json): boolean {
  if (typeof base !== typeof target || typeof base === 'object') return false;
  return typeof base !== 'string' || !base.includes('\n') || !(target as string).startsWith('\t');
}

function mapDifference(base: JsonMap, target: JsonMap, outer: Position | undefined): Difference {
  const position = positionWithin(outer, new Map(Object.entries(base)), new Map(Object.entries(target)));
  const entries: [string, Json][] = [];
  for (const key of Object.keys(base)) {
    const difference = fieldDifference(base[key]!, valueAt(target, key), position?.fields.get(key));
    if (difference === inexact || (difference !== undefined && key.startsWith('$'))) return inexact;
    if (difference !== undefined) entries.push([key, difference]);
  }
  for (const key of Object.keys(target)) {
    if (Object.hasOwn(base, key)) continue;
    if (!readsAsText(key) || key.startsWith('$') || !isPlainlyWritable(target[key]!)) return inexact;
    entries.push([key, target[key]!]);
  }
  if (entries.length === 0) return undefined;
  // A map that loses its last key stays as `{}` today; that is not promised.
  return Object.keys(target).length === 0 ? inexact : sortedMap(entries);
}

function fieldDifference(base: Json, target: Json | undefined, position: Position | undefined): Difference {
  return target === undefined ? null : differenceOf(base, target, position);
}

/** From entries, a key such as `__proto__` becomes a field like any other. */
function sortedMap(entries: [string, Json][]): JsonMap {
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function listDifference(base: readonly Json[], target: readonly Json[], position: Position | undefined): Difference {
  if (position?.keys?.length) return itemsDifference(base as Items, target as Items, position);
  if (isEqual(base, target)) return undefined;
  return position?.keys || !isPlainlyWritable(target) ? inexact : target;
}

/** The items of a list that is merged by key. */
type Items = readonly JsonMap[];

function itemsDifference(base: Items, target: Items, position: Position): Difference {
  const keys = position.keys!;
  const places = new Map(base.map((item, place) => [itemKey(item, keys), place]));
  const rows: Row[] = [];
  for (const item of target) {
    const place = places.get(itemKey(item, keys));
    const row = place === undefined ? newRow(item) : keptRow(base[place]!, item, place, position);
    if (row === inexact) return inexact;
    rows.push(row);
  }
  const kept = rows.filter(({ place }) => place !== undefined).length;
  if (kept < base.length) return inexact;
  const listed = listedItems(rows, keys);
  return listed === 'inexact' ? inexact : listed;
}

function newRow(item: JsonMap): Row | typeof inexact {
  return isPlainlyWritable(item) ? { place: undefined, item, isChanged: true } : inexact;
}

function keptRow(base: JsonMap, target: JsonMap, place: number, position: Position): Row | typeof inexact {
  const difference = mapDifference(base, target, position);
  if (difference === inexact) return inexact;
  const item: Record<string, Json> = {};
  for (const key of position.keys!) if (Object.hasOwn(target, key)) item[key] = target[key]!;
  return { place, item: { ...item, ...(difference as JsonMap | undefined) }, isChanged: difference !== undefined };
}

/** Whether a value that the base lacks means just itself in a patch: no null, which removes, and no directive. */
function isPlainlyWritable(value: Json): boolean {
  if (value === null) return false;
  if (typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every((item: Json) => isPlainlyWritable(item));
  const map = value as JsonMap;
  return Object.keys(map).every(key => !key.startsWith('$') && isPlainlyWritable(map[key]!));
}
