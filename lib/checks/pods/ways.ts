import type { Amounts } from '../../kinds/pods/amounts.ts';
import { offeredBy } from '../../kinds/pods/room.ts';
import type { Node } from './node.ts';

/**
 * Which of the nodes that have room a pod goes to. The `tightest` way takes the first one: what finds no place so will
 * hardly find one with the scheduler. That one takes the `emptiest`, so that a little is free on each node, and a large
 * pod may find no place where there is enough of everything in sum.
 * https://kubernetes.io/docs/concepts/scheduling-eviction/resource-bin-packing/
 */
export const ways = ['tightest', 'emptiest'] as const;
export type Way = (typeof ways)[number];

/** The node of which a pod leaves most: the mean of what is left of its processors and of its memory. */
export function emptiest(nodes: readonly Node[], asks: Amounts): Node | undefined {
  const scored = nodes.map(node => ({ node, score: leftOf(node, asks) }));
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, each) => (best === undefined || each.score > best.score ? each : best),
    undefined,
  )?.node;
}

function leftOf({ pool, free }: Node, asks: Amounts): number {
  const offered = offeredBy(pool);
  const shares = ['requests.cpu', 'requests.memory'].map(
    name => Number((free.get(name) ?? 0n) - (asks.get(name) ?? 0n)) / Number(offered.get(name)!),
  );
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
