import { exceeding, sumOf, without } from '../../kinds/pods/amounts.ts';
import type { Amounts } from '../../kinds/pods/amounts.ts';
import { lackingOf, offeredBy } from '../../kinds/pods/room.ts';
import type { NodePool } from '../../model/cluster.ts';
import { poolsFor } from '../../model/pods/pools.ts';
import type { Sort } from './sorts.ts';

/** A node, and what its pods leave of it. */
export interface Node {
  readonly pool: NodePool;
  free: Amounts;
}

/** Pods of one sort that found no node. */
export interface Left {
  readonly sort: Sort;
  readonly count: number;

  /** What the nodes that may take them have too little of. */
  readonly lack: string;
}

/** How pods lie on nodes. */
export interface Packing {
  readonly nodes: readonly Node[];
  readonly left: readonly Left[];
}

/**
 * Pods on nodes, packed as tightly as they can be: the largest first, each on the first node that has room. What finds no
 * place so will hardly find one with the scheduler, which spreads them.
 *
 * @param nodesOf how many nodes of a pool there are
 */
export function packed(
  pools: readonly NodePool[],
  nodesOf: (pool: NodePool) => number,
  sorts: readonly Sort[],
): Packing {
  const nodes = pools.flatMap(pool => Array.from({ length: nodesOf(pool) }, () => ({ pool, free: offeredBy(pool) })));
  const whole = sumOf(pools.map(offeredBy));
  const left: Left[] = [];
  for (const sort of [...sorts].sort((one, other) => weight(other, whole) - weight(one, whole))) {
    const { spec, asks, count, everywhere } = sort;
    const able = new Set(poolsFor(spec, pools));
    const mayTake = nodes.filter(({ pool }) => able.has(pool));
    if (everywhere) for (const node of mayTake) node.free = without(node.free, asks);
    // Each looks from where the one before it went: before that there was no room for its like.
    let placed = 0;
    for (let at = 0; !everywhere && placed < count && at < mayTake.length;) {
      const node = mayTake[at]!;
      if (exceeding(asks, node.free) !== undefined) at += 1;
      else {
        node.free = without(node.free, asks);
        placed += 1;
      }
    }
    const missing = everywhere ? 0 : count - placed;
    if (missing > 0 && able.size > 0) left.push({ sort, count: missing, lack: lackIn(mayTake, asks) });
  }
  return { nodes, left };
}

function lackIn(nodes: readonly Node[], asks: Amounts): string {
  const lacks = new Set(nodes.map(({ free }) => lackingOf(asks, free)).filter(lack => lack !== undefined));
  return [...lacks].join(' and ') || 'of everything';
}

/** How much of a cluster a pod takes of what it takes most of. One that has no choice of nodes comes before all others. */
function weight({ asks, everywhere }: Sort, whole: Amounts): number {
  if (everywhere) return Number.MAX_VALUE;
  return Math.max(0, ...[...asks].map(([name, amount]) => Number(amount) / Number(whole.get(name) || 1n)));
}
