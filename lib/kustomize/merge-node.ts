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
  return new Map(Object.entries(map).map(([key, field]) => [key, nodeOf(field)]));
}

/** The value as JSON. */
export function jsonOf(node: Node): Json {
  if (Array.isArray(node)) return node.map(jsonOf);
  if (!(node instanceof Map)) return node;
  return Object.fromEntries([...node].map(([key, field]) => [key, jsonOf(field)]));
}

/** What a value is, as messages name it. */
export function shapeOf(node: Node): 'list' | 'map' | 'scalar' {
  if (Array.isArray(node)) return 'list';
  return node instanceof Map ? 'map' : 'scalar';
}
