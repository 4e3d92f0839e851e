import { mostNodesOf } from '../../model/cluster.ts';
import type { Cluster } from '../../model/cluster.ts';
import type { World } from '../world.ts';
import { packed } from './packing.ts';
import type { Packing } from './packing.ts';
import { sortsOn } from './sorts.ts';

/** Each cluster, by its name, with every autoscaler and every pool of nodes at its most, while nothing is rolled out. */
export function atFullScale(world: World): ReadonlyMap<string, Packing & { readonly cluster: Cluster }> {
  return new Map(
    world.facts.platform.clusters.map(cluster => [
      cluster.name,
      { cluster, ...packed(cluster.nodes, mostNodesOf, sortsOn(cluster, world, 'most', false)) },
    ]),
  );
}
