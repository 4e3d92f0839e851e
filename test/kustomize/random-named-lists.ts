import fc from 'fast-check';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import type { Pair } from './random-manifests.ts';
import { texts } from './random-json.ts';

const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g-1', 'x/y', 'z.z'), {
  minLength: 4,
  maxLength: 8,
});

/** What makes an item too long to be said once more. */
const filling = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** The items by name, in order. Those of the base that stay keep their order in the target, but for a few. */
const twoOrders = fc.tuple(names, names, fc.boolean()).map(([before, other, isShuffled]): [string[], string[]] => {
  const kept = before.filter(name => other.includes(name));
  const inOrder = other.map(name => (before.includes(name) ? kept.shift()! : name));
  return [before, isShuffled && before.length % 3 === 0 ? other : inOrder];
});

const values = fc.array(texts, { minLength: 16, maxLength: 16 });

/** Items of a list on both sides: some are gone, some are new, some are changed, and each may hold a list of its own. */
function lists(depth: number): fc.Arbitrary<[JsonMap[], JsonMap[]]> {
  const inner = depth === 0 ? fc.constant(undefined) : lists(depth - 1);
  return fc.tuple(twoOrders, values, fc.nat(2), inner).map(([[before, after], fields, changed, below]) => {
    const itemsOf = (order: readonly string[], side: 0 | 1): JsonMap[] => {
      return order.map((name, index) => {
        const value = fields[side === 1 && index % 3 === changed ? 6 + index : name.charCodeAt(0) % 6]!;
        return { name, filling, value, ...(below && { items: below[side] }) };
      });
    };
    return [itemsOf(before, 0), itemsOf(after, 1)];
  });
}

/** Custom resources that differ in lists of named items, one within the other. */
export const namedListPairs: fc.Arbitrary<Pair> = lists(1).map(([before, after]) => {
  const object = (items: readonly JsonMap[]): Manifest => {
    return { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'x' }, spec: { items } };
  };
  return { base: object(before), target: object(after) };
});
