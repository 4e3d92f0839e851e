import { isMap, type Json, type JsonMap, type Manifest } from './manifest.ts';
import { positionOf, type Position } from './merge-keys.ts';

/**
 * What Kustomize makes of an object and a strategic merge patch. It follows the walk of Kustomize (`kyaml`, `merge2`),
 * not the rules by which patches are derived, and assumes the worst about quotes: each text of the base has them.
 *
 * @throws Error where Kustomize fails, and where it would lose items of a list without a word.
 */
export function strategicallyMerged(base: Manifest, body: JsonMap): Manifest {
  const { apiVersion, kind, metadata: { name } } = base;
  const merged = walk(base, body, positionOf(apiVersion, kind), '') as Manifest;
  // Kustomize sets these again, whatever the patch says.
  return { ...merged, kind, metadata: { ...merged.metadata, name } };
}

/** One node of both sides. An absent result means that the node is removed. */
function walk(base: Json | undefined, patch: Json | undefined, position: Position | undefined, path: string): Json | undefined {
  if (patch === undefined && position === undefined) return base;
  const [first, second] = isGiven(base) ? [base, patch] : [patch, base];
  if (isGiven(second) && shapeOf(first!) !== shapeOf(second)) {
    throw new Error(`${path}: a ${shapeOf(second)} cannot be merged into a ${shapeOf(first!)}, both must have one shape`);
  }
  if (Array.isArray(first)) return walkList(base as ListOrNull, patch as ListOrNull, position, path);
  if (isMap(first)) return walkMap(base as MapOrNull, patch as MapOrNull, position, path);
  if (patch === undefined) return base;
  return patch === null ? undefined : styled(base, patch);
}

type MapOrNull = JsonMap | null | undefined;
type ListOrNull = readonly Json[] | null | undefined;

function walkMap(base: MapOrNull, patch: MapOrNull, position: Position | undefined, path: string): Json | undefined {
  if (patch === null) return undefined;
  if (patch && Object.hasOwn(patch, '$patch')) return directed(base, patch, path);
  // What the base lacks is taken from the patch, and merged with itself.
  const onto = base ?? patch!;
  const changes = new Map<string, Json | undefined>();
  for (const key of fieldsToWalk(patch, position)) {
    const before = own(onto, key);
    const after = walk(before, patch ? own(patch, key) : undefined, position?.fields.get(key), `${path}/${key}`);
    if (after !== before) changes.set(key, after);
  }
  return changes.size === 0 ? onto : replaced(onto, changes);
}

/** Where the patch is silent, only merged lists can change. */
function fieldsToWalk(patch: MapOrNull, position: Position | undefined): Iterable<string> {
  if (!patch) return position!.fields.keys();
  return position ? new Set([...Object.keys(patch), ...position.fields.keys()]) : Object.keys(patch);
}

function walkList(base: ListOrNull, patch: ListOrNull, position: Position | undefined, path: string): Json | undefined {
  if (patch === null) return undefined;
  if (!position?.keys) return patch ?? base!;
  return position.keys.length === 0 ? union(base, patch) : mergedByKey(base, patch, position, path);
}

/** Plain values are a set that only grows, what the patch adds in front. */
function union(base: ListOrNull, patch: ListOrNull): readonly Json[] {
  return [...new Set([...(patch ?? []), ...(base ?? [])])];
}

function mergedByKey(base: ListOrNull, patch: ListOrNull, position: Position, path: string): readonly Json[] {
  const known = itemsByKey(base ?? [], position, path);
  if (!patch) {
    for (const item of known.values()) walk(item, undefined, position, path);
    return base!;
  }
  const added: Json[] = [];
  const merged = new Map<string, Json | undefined>();
  for (const [key, item] of itemsByKey(patch, position, path)) {
    const result = walk(known.get(key), item, position, `${path}/${key}`);
    if (position.keys!.length > 1 && known.has(key)) known.set(key, result!);
    else merged.set(key, result);
  }
  for (const result of merged.values()) if (result !== undefined) added.push(result);
  const rest = [...known].filter(([key, item]) => item !== undefined && !merged.has(key)).map(([, item]) => item);
  return [...added, ...rest];
}

function itemsByKey(items: readonly Json[], { keys }: Position, path: string): Map<string, JsonMap> {
  const result = new Map<string, JsonMap>();
  for (const item of items) {
    const values = keys!.map((key) => (isMap(item) ? own(item, key) : undefined));
    const key = values.join(' ');
    if (!values.every((value) => typeof value === 'number' || (typeof value === 'string' && value)) || result.has(key)) {
      throw new Error(`${path}: Kustomize would lose items, each must state its own ${keys!.join(' and ')}`);
    }
    result.set(key, item as JsonMap);
  }
  return result;
}

function directed(base: MapOrNull, patch: JsonMap, path: string): Json | undefined {
  if (patch.$patch === 'delete' && Object.keys(patch).length > 0) return undefined;
  throw new Error(`${path}: the directive '$patch: ${String(patch.$patch)}' is not modelled, a patch must hold none`);
}

/** Kustomize writes a new value in the style of the old one, so that what stood in quotes stays a text. */
function styled(base: Json | undefined, patch: Json): Json {
  return typeof base === 'string' && typeof patch !== 'string' ? String(patch) : patch;
}

function replaced(map: JsonMap, changes: ReadonlyMap<string, Json | undefined>): JsonMap {
  const entries = new Map<string, Json | undefined>([...Object.entries(map), ...changes]);
  return Object.fromEntries([...entries].filter(([, value]) => value !== undefined)) as JsonMap;
}

function own(map: JsonMap, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function isGiven(value: Json | undefined): value is Exclude<Json, null> {
  return value !== undefined && value !== null;
}

function shapeOf(value: Json): string {
  if (Array.isArray(value)) return 'list';
  return isMap(value) ? 'map' : 'scalar';
}
