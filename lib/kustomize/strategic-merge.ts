import { valueAt } from './equal.ts';
import { isMap } from '../yaml/json.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { positionOf } from './merge-keys.ts';
import type { Position } from './merge-keys.ts';
import { hasEmptyKey, readsAsText } from './mergeable.ts';

/**
 * What Kustomize makes of an object and a strategic merge patch. It follows the walk of Kustomize (`kyaml/yaml/merge2`)
 * and not the rules by which patches are derived, and assumes the worst of the text of the base: quotes everywhere.
 *
 * @throws Error where some version of Kustomize fails or loses items of a list, and for a directive (`$patch`).
 */
export function strategicallyMerged(base: Manifest, body: JsonMap): Manifest {
  const {
    apiVersion,
    kind,
    metadata: { name, namespace },
  } = base;
  if (isMap(body.metadata) && body.metadata.namespace !== namespace) {
    throw new Error(`the patch is for the namespace '${String(body.metadata.namespace)}', it must be '${namespace}'`);
  }
  if (hasEmptyKey(base) || hasEmptyKey(body)) throw new Error('a key is empty, Kustomize merges only where none is');
  const merged = walk(base, body, positionOf(apiVersion, kind), '') as Manifest;
  // Kustomize sets these once more, whatever the patch says.
  return { ...merged, kind, metadata: { ...merged.metadata, name } };
}

/** What stands at a place: undefined for nothing. */
type Node = Json | undefined;

/** Merges what stands at one place of both sides. */
function walk(base: Node, patch: Node, position: Position | undefined, path: string): Node {
  if (patch === undefined && position === undefined) return base;
  const present = base ?? patch;
  if (isGiven(base) && isGiven(patch) && shapeOf(base) !== shapeOf(patch)) {
    throw new Error(`'${path}' is a ${shapeOf(base)} and the patch a ${shapeOf(patch)}, both must have one shape`);
  }
  if (Array.isArray(present)) return walkList(base as MaybeList, patch as MaybeList, position, path);
  if (isMap(present)) return walkMap(base as MaybeMap, patch as MaybeMap, position, path);
  if (patch === undefined) return base;
  return patch === null ? undefined : restyled(base, patch, path);
}

type MaybeList = readonly Json[] | null | undefined;
type MaybeMap = JsonMap | null | undefined;

function walkMap(base: MaybeMap, patch: MaybeMap, position: Position | undefined, path: string): Node {
  if (patch === null) return undefined;
  if (patch && Object.hasOwn(patch, '$patch')) {
    throw new Error(`'${path}' has the directive '$patch: ${String(patch.$patch)}', a patch must hold none`);
  }
  // What the base lacks comes from the patch, and is then merged with itself.
  const onto = base ?? patch!;
  const changes = new Map<string, Node>();
  for (const key of walkedKeys(patch, position)) {
    const [before, change] = [valueAt(onto, key), patch ? valueAt(patch, key) : undefined];
    if (before === undefined && change === undefined) continue;
    if (before === undefined) assertAddable(key, path);
    const after = walk(before, change, position?.fields.get(key), `${path}/${key}`);
    if (after !== before) changes.set(key, after);
  }
  return changes.size === 0 ? onto : withChanges(onto, changes);
}

/** Where the patch is silent, nothing but merged lists can change. */
function walkedKeys(patch: MaybeMap, position: Position | undefined): Iterable<string> {
  if (!patch) return position!.fields.keys();
  return position ? new Set([...Object.keys(patch), ...position.fields.keys()]) : Object.keys(patch);
}

function assertAddable(key: string, path: string): void {
  if (readsAsText(key)) return;
  throw new Error(`'${path}' gets the new key '${key}', which Kustomize 4.5 reads as another value than text`);
}

function walkList(base: MaybeList, patch: MaybeList, position: Position | undefined, path: string): Node {
  if (patch === null) return undefined;
  if (!position?.keys) return patch ?? base!;
  if (position.keys.length === 0) return union(base, patch, path);
  return patch ? mergedByKey(base ?? [], patch, position, path) : untouched(base!, position, path);
}

/** Plain values are a set that only grows, at its front. */
function union(base: MaybeList, patch: MaybeList, path: string): readonly Json[] {
  for (const side of [base ?? [], patch ?? []]) {
    if (new Set(side).size < side.length || side.some(value => typeof value !== 'string')) {
      throw new Error(`'${path}' is a set in Kustomize, its items must be texts that differ`);
    }
  }
  return patch ? [...new Set([...patch, ...(base ?? [])])] : base!;
}

/** Items of the patch come first; where two fields make the key, only the new ones do. */
function mergedByKey(base: readonly Json[], patch: readonly Json[], position: Position, path: string): readonly Json[] {
  const rest = itemsByKey(base, position, path);
  const first: Json[] = [];
  for (const [key, item] of itemsByKey(patch, position, path)) {
    const result = walk(rest.get(key), item, position, `${path}/${key}`) as JsonMap;
    if (rest.has(key) && position.keys!.length > 1) rest.set(key, result);
    else first.push(result);
    if (position.keys!.length === 1) rest.delete(key);
  }
  return [...first, ...untouched([...rest.values()], position, path)];
}

/** Looks into items that the patch does not name, for what would be lost there. */
function untouched(items: readonly Json[], position: Position, path: string): readonly Json[] {
  for (const [key, item] of itemsByKey(items, position, path)) walk(item, undefined, position, `${path}/${key}`);
  return items;
}

function itemsByKey(items: readonly Json[], { keys }: Position, path: string): Map<string, JsonMap> {
  const result = new Map<string, JsonMap>();
  for (const item of items) {
    const key = keys!.map(name => (isMap(item) ? keyText(valueAt(item, name)) : '')).join('\n');
    if (result.has(key) || key.startsWith('\n') || key.endsWith('\n') || key === '') {
      throw new Error(`'${path}' would lose items in Kustomize, each must state its own ${keys!.join(' and ')}`);
    }
    result.set(key, item as JsonMap);
  }
  return result;
}

function keyText(value: Node): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A value is written in the style of the one that it replaces, so that what stood in quotes stays a text. */
function restyled(base: Node, patch: Json, path: string): Json {
  if (typeof base !== 'string') return patch;
  if (base.includes('\n') && String(patch).startsWith('\t') && base !== patch) {
    throw new Error(`'${path}' becomes a block that starts with a tab, which Kustomize cannot read again`);
  }
  return String(patch);
}

/** From entries, a key such as `__proto__` becomes a field like any other. */
function withChanges(map: JsonMap, changes: ReadonlyMap<string, Node>): JsonMap {
  const entries = new Map(Object.entries(map));
  for (const [key, value] of changes) {
    if (value === undefined) entries.delete(key);
    else entries.set(key, value);
  }
  return Object.fromEntries(entries);
}

function isGiven(value: Node): value is Exclude<Json, null> {
  return value !== undefined && value !== null;
}

function shapeOf(value: Json): string {
  if (Array.isArray(value)) return 'list';
  return isMap(value) ? 'map' : 'scalar';
}
