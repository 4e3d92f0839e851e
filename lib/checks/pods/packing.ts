import { exceeding, sumOf, without } from '../../kinds/pods/amounts.ts';
import type { Amounts } from '../../kinds/pods/amounts.ts';
import { lackingOf, offeredBy } from '../../kinds/pods/room.ts';
import type { NodePool } from '../../model/cluster.ts';
import { poolsFor } from '../../model/pods/pools.ts';
import type { Apart } from './apart.ts';
import type { Sort } from './sorts.ts';

/** A node, and what its pods leave of it. */
export interface Node {
  readonly pool: NodePool;
  free: Amounts;

  /** How many pods it has, by the title of their sort. */
  readonly pods: Map<string, number>;
}

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
    const missing = everywhere ? 0 : count - placedOf(sort, mayTake, hasNodesWithoutIt(sort, pools, able.size));
    if (missing > 0 && able.size > 0) left.push({ sort, count: missing, why: reasonIn(mayTake, asks) });
  }
  return { nodes, left };
}

/** Puts pods of a sort on the nodes that may take them. Returns how many found a place. */
function placedOf(sort: Sort, mayTake: readonly Node[], hasEmpty: boolean): number {
  const next = nextPlaceOf(sort, mayTake, hasEmpty);
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
): () => Node | undefined {
  const isOpen = (node: Node): boolean =>
    exceeding(asks, node.free) === undefined && !(apart.alone && podsOn(node, title) > 0);
  if (apart.skew === undefined) {
    // Each looks from where the one before it went: before that there was no room for its like.
    let at = 0;
    return () => {
      while (at < mayTake.length && !isOpen(mayTake[at]!)) at += 1;
      return mayTake[at];
    };
  }
  const { skew } = apart;
  return () => {
    const least = hasEmpty ? 0 : Math.min(...mayTake.map(node => podsOn(node, title)));
    return mayTake.find(node => podsOn(node, title) < least + skew && isOpen(node));
  };
}

/** Why a node that has room may not take one more; undefined where one may. */
export function keptOut(
  { alone, skew = Infinity }: Apart,
  title: string,
  open: readonly Node[],
  all: readonly Node[],
): string | undefined {
  if (alone && open.every(node => podsOn(node, title) > 0))
    return 'every node with room for it has a pod of its own that refuses another';
  const count = all.reduce((sum, node) => sum + podsOn(node, title), 0);
  if (open.length === all.length || open.length * skew >= count) return undefined;
  return `its ${count} pods must be spread over ${all.length} nodes, of which ${open.length} have room for one more`;
}

/** How many pods of a sort a node has. */
function podsOn({ pods }: Node, title: string): number {
  return pods.get(title) ?? 0;
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
