import { exceeding, sumOf, without } from '../../kinds/pods/amounts.ts';
import type { Amounts } from '../../kinds/pods/amounts.ts';
import { lackingOf, offeredBy } from '../../kinds/pods/room.ts';
import type { NodePool } from '../../model/cluster.ts';
import { poolsFor } from '../../model/pods/pools.ts';
import { podsOn } from './node.ts';
import type { Node } from './node.ts';
import type { Sort } from './sorts.ts';
import { emptiest } from './ways.ts';
import type { Way } from './ways.ts';

/** Pods of one sort that found no node. */
export interface Left {
  readonly sort: Sort;
  readonly count: number;

  /** What keeps them off the nodes that may take them. */
  readonly why: string;
}

/** How pods lie on nodes. */
export interface Packing {
  readonly nodes: readonly Node[];
  readonly left: readonly Left[];
}

/**
 * Pods on nodes, the largest first.
 *
 * @param nodesOf how many nodes of a pool there are
 */
export function packed(
  pools: readonly NodePool[],
  nodesOf: (pool: NodePool) => number,
  sorts: readonly Sort[],
  way: Way = 'tightest',
): Packing {
  const nodes = pools.flatMap(pool =>
    Array.from({ length: nodesOf(pool) }, () => ({ pool, free: offeredBy(pool), pods: new Map() })),
  );
  const whole = sumOf(pools.map(offeredBy));
  const left: Left[] = [];
  for (const sort of [...sorts].sort((one, other) => weight(other, whole) - weight(one, whole))) {
    const { spec, asks, count, everywhere } = sort;
    const able = new Set(poolsFor(spec, pools));
    const mayTake = nodes.filter(({ pool }) => able.has(pool));
    if (everywhere) for (const node of mayTake) put(sort, node);
    const missing = everywhere ? 0 : count - placedOf(sort, mayTake, hasNodesWithoutIt(sort, pools, able.size), way);
    if (missing > 0 && able.size > 0) left.push({ sort, count: missing, why: reasonIn(mayTake, asks) });
  }
  return { nodes, left };
}

/** Puts pods of a sort on the nodes that may take them. Returns how many found a place. */
function placedOf(sort: Sort, mayTake: readonly Node[], hasEmpty: boolean, way: Way): number {
  const next = nextPlaceOf(sort, mayTake, hasEmpty, way);
  let placed = 0;
  for (let node = next(); node !== undefined && placed < sort.count; node = next()) {
    put(sort, node);
    placed += 1;
  }
  return placed;
}

/** Where the next pod of a sort goes; undefined once there is no place for it. */
function nextPlaceOf(
  { asks, apart, title }: Sort,
  mayTake: readonly Node[],
  hasEmpty: boolean,
  way: Way,
): () => Node | undefined {
  const isOpen = (node: Node): boolean =>
    exceeding(asks, node.free) === undefined && !(apart.alone && podsOn(node, title) > 0);
  const first = (may: (node: Node) => boolean): Node | undefined =>
    way === 'tightest' ? mayTake.find(may) : emptiest(mayTake.filter(may), asks);
  if (apart.skew === undefined && way === 'tightest') {
    // Each looks from where the one before it went: before that there was no room for its like.
    let at = 0;
    return () => {
      while (at < mayTake.length && !isOpen(mayTake[at]!)) at += 1;
      return mayTake[at];
    };
  }
  const { skew = Infinity } = apart;
  return () => {
    const least = hasEmpty ? 0 : Math.min(...mayTake.map(node => podsOn(node, title)));
    return first(node => podsOn(node, title) < least + skew && isOpen(node));
  };
}

/** Whether a spread counts nodes that never have one of its pods: only their taints keep them away. */
function hasNodesWithoutIt({ spec, apart }: Sort, pools: readonly NodePool[], able: number): boolean {
  return apart.countsTainted && poolsFor({ ...spec, tolerations: [{ operator: 'Exists' }] }, pools).length > able;
}

function put({ asks, title }: Sort, node: Node): void {
  node.free = without(node.free, asks);
  node.pods.set(title, podsOn(node, title) + 1);
}

function reasonIn(nodes: readonly Node[], asks: Amounts): string {
  const lacks = new Set(nodes.map(({ free }) => lackingOf(asks, free)).filter(lack => lack !== undefined));
  if (nodes.length === 0) return 'there is none that may take them';
  return lacks.size > 0 ? `too little ${[...lacks].join(' and ')}` : 'they must be kept apart';
}

/** How much of a cluster a pod takes of what it takes most of. One that has no choice of nodes comes before all others. */
function weight({ asks, everywhere }: Sort, whole: Amounts): number {
  if (everywhere) return Number.MAX_VALUE;
  return Math.max(0, ...[...asks].map(([name, amount]) => Number(amount) / Number(whole.get(name) || 1n)));
}
