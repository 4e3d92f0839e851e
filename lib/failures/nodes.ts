import type { Cluster } from '../model/cluster.ts';

/** Names of a cluster's nodes. */
export function nodesOf({ nodes }: Cluster): string[] {
  return nodes.flatMap(({ name, count }) => Array.from({ length: count }, (_, index) => `${name}-${index}`));
}
