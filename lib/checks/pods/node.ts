import type { Amounts } from '../../kinds/pods/amounts.ts';
import type { NodePool } from '../../model/cluster.ts';

/** A node, and what its pods leave of it. */
export interface Node {
  readonly pool: NodePool;
  free: Amounts;

  /** How many pods it has, by the title of their sort. */
  readonly pods: Map<string, number>;
}

/** How many pods of a sort a node has. */
export function podsOn({ pods }: Node, title: string): number {
  return pods.get(title) ?? 0;
}
