import { isEmpty, itemWith, keyText, mapOf, withItem } from './item-setter.ts';
import type { MapNode, Node } from './merge-node.ts';

/** What two items of one key become; undefined where the item goes. */
export type MergeItem = (
  base: MapNode | undefined,
  patch: MapNode | undefined,
  texts: readonly string[],
) => Node | undefined;

/**
 * Merges two lists by the keys of their items, step by step as `kyaml/yaml/walk/associative_sequence.go` does, with all
 * that is lost there when items lack a key or share it. The items of the patch come first.
 *
 * @param keys the fields that identify an item, at least one
 * @throws Error for an item that is no map, and for a key that is no text, integer or boolean.
 */
export function mergedByKey(
  base: Node[],
  patch: Node[] | undefined,
  keys: readonly string[],
  mergeItem: MergeItem,
): Node[] {
  const identities = distinct([...(patch ?? []), ...base].map(item => textsOf(item, keys)));
  if (identities.length === 0) return base;
  if (keys.length > 1) unify(identities);
  const stated = statedKeys(identities, keys);

  let merged: Node[] = [];
  for (const identity of identities) {
    const texts = stated.map(key => identity[keys.indexOf(key)]!);
    const result = mergeItem(found(base, stated, texts), patch && found(patch, stated, texts), texts);
    assertKeyed(result, stated, texts);
    if (isEmpty(result)) base.splice(0, base.length, ...withItem(base, undefined, stated, texts));
    else merged = withItem(merged, result, stated, texts);
  }
  for (const item of base) merged = appended(merged, item, stated);
  base.splice(0, base.length, ...merged);
  return base;
}

/** The texts under the keys of an item. What is no map has none. */
export function textsOf(item: Node, keys: readonly string[]): string[] {
  return keys.map(key => (item instanceof Map ? keyText(item.get(key)) : ''));
}

/** Whether Kustomize may take two items for one: what both state is equal, and there is something that both state. */
export function mayBeOne(left: readonly string[], right: readonly string[]): boolean {
  let isCommon = false;
  for (const [index, text] of left.entries()) {
    if (text === right[index]) isCommon = true;
    else if (text !== '' && right[index] !== '') return false;
  }
  return isCommon;
}

/** Keys that some item states. Where none states any, Kustomize goes by all of them. */
function statedKeys(identities: readonly (readonly string[])[], keys: readonly string[]): readonly string[] {
  const stated = keys.filter((_, index) => identities.some(texts => texts[index] !== ''));
  return stated.length === 0 ? keys : stated;
}

/** An item that states less than another takes its texts over, and the other way round. */
function unify(identities: (readonly string[])[]): void {
  for (let one = 0; one < identities.length; one += 1) {
    const left = identities[one]!;
    for (let other = 0; other < identities.length; other += 1) {
      const right = identities[other]!;
      if (!mayBeOne(left, right)) continue;
      identities[one] = identities[other] = left.map((text, index) => (text === '' ? right[index]! : text));
    }
  }
}

function found(list: readonly Node[], keys: readonly string[], texts: readonly string[]): MapNode | undefined {
  const stated = statedKeys([texts], keys);
  return itemWith(
    list,
    stated,
    stated.map(key => texts[keys.indexOf(key)]!),
  );
}

/** Kustomize would write the key anew, in a style of its own. */
function assertKeyed(item: Node | undefined, keys: readonly string[], texts: readonly string[]): void {
  if (!(item instanceof Map) || item.size === 0) return;
  const missing = keys.find((key, index) => texts[index] !== '' && !item.has(key));
  if (missing) throw new Error(`an item of a list loses its '${missing}', by which it is merged, it must keep it`);
}

/** Puts an item of the base behind the merged ones, or in the place of its own merged one. */
function appended(list: readonly Node[], item: Node, keys: readonly string[]): Node[] {
  let result = [...list];
  const texts: string[] = [];
  for (const key of keys) {
    const value = item === null ? undefined : mapOf(item).get(key);
    if (value === undefined) result.push(item);
    else texts.push(keyText(value));
  }
  if (keys.length > 1) result = withItem(result, undefined, keys, texts);
  return withItem(result, item, keys, texts);
}

function distinct(identities: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(identities.map(texts => [JSON.stringify(texts), texts])).values()];
}
