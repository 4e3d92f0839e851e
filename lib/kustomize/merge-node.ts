import { isMap } from '../yaml/json.ts';
import type { Json, JsonMap } from '../yaml/json.ts';

/**
 * A value on its way through a merge, which changes maps and lists in place. Which of the two sides an item came from,
 * and whether both sides are one and the same, decides what Kustomize makes of it; so maps and lists have an identity.
 */
export type Node = string | number | boolean | null | MapNode | Node[];

/** A map on its way through a merge; `__proto__` is a key like any other. */
export type MapNode = Map<string, Node>;

/** The value as maps and lists of its own. */
export function nodeOf(value: Json): Node {
  if (Array.isArray(value)) return value.map((item: Json) => nodeOf(item));
  return isMap(value) ? mapNodeOf(value) : (value as Node);
}

/** The map as a map of its own. */
export function mapNodeOf(map: JsonMap): MapNode {
  const node: MapNode = new Map();
  for (const key of Object.keys(map)) node.set(key, nodeOf(map[key]!));
  return node;
}

/** The value as JSON. */
export function jsonOf(node: Node): Json {
  if (Array.isArray(node)) return node.map(jsonOf);
  if (!(node instanceof Map)) return node;
  const entries: [string, Json][] = [];
  for (const [key, field] of node) entries.push([key, jsonOf(field)]);
  return Object.fromEntries(entries);
}

/** What a value is, as messages name it. */
export function shapeOf(node: Node): 'list' | 'map' | 'scalar' {
  if (Array.isArray(node)) return 'list';
  return node instanceof Map ? 'map' : 'scalar';
}
