import { withItem } from './item-setter.ts';
import type { MapNode, Node } from './merge-node.ts';

/** What a strategic merge patch wants done with a map or a list. */
export type Directive = 'delete' | 'merge' | 'replace';

const key = '$patch';

/**
 * Takes the directive out of a map of a patch.
 *
 * @throws Error for a directive that Kustomize does not know.
 */
export function takeMapDirective(map: MapNode, path: string): Directive {
  if (!map.has(key)) return 'merge';
  const directive = knownDirective(map.get(key)!, path);
  map.delete(key);
  return directive;
}

/**
 * Takes the directive out of a list of a patch, which is an item of its own: `- $patch: replace`. With it go the items
 * that have the same directive for themselves. Where the first item with a directive says more, it is an item like any
 * other.
 *
 * @throws Error for a directive that Kustomize does not know.
 */
export function takeListDirective(list: Node[], path: string): Directive {
  const item = list.find((node): node is MapNode => node instanceof Map && node.has(key));
  if (item?.size !== 1) return 'merge';
  const directive = knownDirective(item.get(key)!, path);
  list.splice(0, list.length, ...withItem(list, undefined, [key], [directive]));
  return directive;
}

/** Whether a map, or an item of a list, holds a directive. */
export function hasDirective(node: Node): boolean {
  if (node instanceof Map) return node.has(key);
  return Array.isArray(node) && node.some(item => item instanceof Map && item.has(key));
}

function knownDirective(value: Node, path: string): Directive {
  if (value === 'delete' || value === 'merge' || value === 'replace') return value;
  throw new Error(`'${path}' has '$patch: ${String(value)}', it must be 'delete', 'merge' or 'replace'`);
}
