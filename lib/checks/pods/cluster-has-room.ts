import type { Cluster } from '../../model/cluster.ts';
import type { UnitRule } from '../rule.ts';
import type { World } from '../world.ts';
import { atFullScale } from './full-scale.ts';
import { packed } from './packing.ts';
import type { Left } from './packing.ts';
import { sortsOn } from './sorts.ts';

export const clusterHasRoom: UnitRule = {
  id: 'cluster-has-room',
  why: 'A pod that finds no room waits: for another to go, or until a node that was lost is back.',
  fix: "Raise 'count' or 'max' of a pool in argocd/clusters.ts, place a component elsewhere, or ask for less.",

  checkUnit: ({ unit, world }) => {
    if (unit.environment !== undefined) return [];
    const cluster = world.facts.platform.clusters.find(({ name }) => name === unit.cluster);
    // Said once, of what the cluster has once.
    if (!cluster || unit !== world.units.find(each => each.cluster === cluster.name && each.environment === undefined))
      return [];
    return [
      ...told(
        "with every autoscaler at its most and every pool at its 'max'",
        world.once(atFullScale).get(cluster.name)!.tightest.left,
      ),
      ...atLeast(cluster, world),
    ];
  },
};

/** One node lost, of each pool that is not the only one: what must run then runs, also while everything is rolled out. */
function atLeast(cluster: Cluster, world: World): string[] {
  const sorts = sortsOn(cluster, world, 'least', true);
  const some = cluster.nodes.reduce((sum, { count }) => sum + count, 0) > 1;
  const lost = some ? cluster.nodes.filter(({ count }) => count > 1) : [];
  const cases = [undefined, ...lost].map(pool => {
    const { left } = packed(cluster.nodes, each => each.count - (each === pool ? 1 : 0), sorts);
    const without = pool ? ` and a node of '${pool.name}' lost` : '';
    return told(`with every autoscaler at its least, everything rolled out${without}`, left);
  });
  return cases.find(texts => texts.length > 0) ?? [];
}

function told(when: string, left: readonly Left[]): string[] {
  return left.map(
    ({ sort, count, why }) => `${when}, ${count} of ${sort.count} pods of '${sort.title}' find no node: ${why}`,
  );
}
