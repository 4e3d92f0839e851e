import type { MapNode, Node } from './merge-node.ts';

/**
 * A list in which `item` takes the place of each item that has the texts under the keys; where none has, it is added at
 * the end. Without an item, those that match are taken out. It follows the `ElementSetter` of kyaml in all that comes
 * of too few texts: a key without a text matches whatever the key before it matched, an empty text matches any value,
 * and without any text all other items are lost.
 *
 * @throws Error for an item that is no map, where Kustomize looks for a key in it.
 */
export function withItem(
  list: readonly Node[],
  item: Node | undefined,
  keys: readonly string[],
  texts: readonly string[],
): Node[] {
  const result: Node[] = [];
  let isPlaced = false;
  for (const present of list) {
    if (isEmpty(present)) continue;
    if (!(present instanceof Map) && texts[0] !== undefined && texts[0] !== '') {
      result.push(present);
    } else if (!matches(mapOf(present), keys, texts)) {
      if (texts.length > 0) result.push(present);
    } else {
      isPlaced = true;
      if (item !== undefined) result.push(item);
    }
  }
  if (item !== undefined && !isPlaced) result.push(item);
  return result;
}

/** The first map in a list that has all of these texts under the keys. */
export function itemWith(
  list: readonly Node[],
  keys: readonly string[],
  texts: readonly string[],
): MapNode | undefined {
  return list.find((item): item is MapNode => {
    return item instanceof Map && keys.every((key, index) => item.has(key) && keyText(item.get(key)) === texts[index]);
  });
}

/**
 * What Kustomize takes for the key of an item: the text of a scalar, and an empty text for nothing.
 *
 * @throws Error for null, for a list or map, and for a number whose text cannot be known.
 */
export function keyText(value: Node | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'object' || (typeof value === 'number' && !Number.isSafeInteger(value))) {
    throw new Error('the key of an item is no text, integer or boolean, what Kustomize makes of it is not known');
  }
  return String(value);
}

/** The map that an item must be. */
export function mapOf(item: Node): MapNode {
  if (item instanceof Map) return item;
  throw new Error('an item of a list that is merged by key is no map, it must be one');
}

/** Null and `{}`, which Kustomize does not keep in a list that it merges. */
export function isEmpty(node: Node | undefined): boolean {
  return node === undefined || node === null || (node instanceof Map && node.size === 0);
}

function matches(item: MapNode, keys: readonly string[], texts: readonly string[]): boolean {
  let isMatch = false;
  return keys.every((key, index) => {
    if (index < texts.length) isMatch = item.has(key) && ['', keyText(item.get(key))].includes(texts[index]!);
    return isMatch;
  });
}
