import { mostNodesOf } from '../../model/cluster.ts';
import type { Cluster } from '../../model/cluster.ts';
import type { World } from '../world.ts';
import { packed } from './packing.ts';
import type { Packing } from './packing.ts';
import { sortsOn } from './sorts.ts';
import type { Way } from './ways.ts';

/** How everything lies on a cluster, in either way. */
export type FullScale = { readonly cluster: Cluster } & { readonly [Each in Way]: Packing };

/** Each cluster, by its name, with every autoscaler and every pool of nodes at its most, while nothing is rolled out. */
export function atFullScale(world: World): ReadonlyMap<string, FullScale> {
  return new Map(
    world.facts.platform.clusters.map(cluster => {
      const sorts = sortsOn(cluster, world, 'most', false);
      const laid = (way: Way): Packing => packed(cluster.nodes, mostNodesOf, sorts, way);
      return [cluster.name, { cluster, tightest: laid('tightest'), emptiest: laid('emptiest') }];
    }),
  );
}
