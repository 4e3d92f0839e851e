import { exceeding, sumOf, without } from '../../kinds/pods/amounts.ts';
import type { Amounts } from '../../kinds/pods/amounts.ts';
import type { Pods } from '../../kinds/pods/pods.ts';
import { offeredBy, requestsOf } from '../../kinds/pods/room.ts';
import { scaledIdentity } from '../../kinds/scaling.ts';
import type { Cluster, NodePool } from '../../model/cluster.ts';
import { identityOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import { poolsFor } from '../../model/pods/pools.ts';
import type { Scheduling } from '../../model/pods/scheduling.ts';
import { workloadOf } from '../../synth/brought.ts';
import type { World } from '../world.ts';

/** A node, and what its pods leave of it. */
export interface Node {
  readonly pool: NodePool;
  free: Amounts;
}

/** Pods that are all alike, and how many of them run. */
interface Sort {
  readonly spec: Scheduling;
  readonly asks: Amounts;
  readonly count: number;

  /** Whether there is one on each node. */
  readonly everywhere: boolean;
}

/**
 * The nodes of each cluster, by its name, with everything that runs there until somebody stops it: with every autoscaler
 * at its most, while nothing is rolled out. The pods are packed as tightly as they can be, the largest first, each on the
 * first node that has room: what finds no place so will hardly find one with the scheduler, which spreads them.
 */
export function nodesAtFullScale(world: World): ReadonlyMap<string, readonly Node[]> {
  return new Map(
    world.facts.platform.clusters.map(cluster => [cluster.name, packed(cluster, sortsOn(cluster, world))]),
  );
}

function packed({ nodes }: Cluster, sorts: readonly Sort[]): Node[] {
  const all = nodes.flatMap(pool => Array.from({ length: pool.count }, () => ({ pool, free: offeredBy(pool) })));
  for (const { spec, asks, count, everywhere } of sorts) {
    const pools = new Set(poolsFor(spec, nodes));
    const mayTake = all.filter(({ pool }) => pools.has(pool));
    if (everywhere) for (const node of mayTake) node.free = without(node.free, asks);
    // Each looks from where the one before it went: before that there was no room for its like.
    for (let placed = 0, at = 0; !everywhere && placed < count && at < mayTake.length;) {
      const node = mayTake[at]!;
      if (exceeding(asks, node.free) !== undefined) at += 1;
      else {
        node.free = without(node.free, asks);
        placed += 1;
      }
    }
  }
  return all;
}

function sortsOn(cluster: Cluster, world: World): Sort[] {
  const { platform } = world.facts;
  const here = [...world.subjects(), ...world.brought]
    .filter(({ unit }) => unit.cluster === cluster.name)
    .map(({ manifest }) => manifest);
  const charts = [
    ...cluster.operators.map(name => platform.operators[name]),
    ...(cluster.argocdName === 'in-cluster' ? [platform.argoCd] : []),
  ].filter(chart => chart !== undefined);
  const programs = charts.flatMap(chart =>
    (chart.programs ?? []).map(program => workloadOf(program, chart.namespace, {}, [])),
  );
  const most = mostOf(here, world);
  return [...here, ...programs]
    .filter(manifest => world.kinds.kindOf(manifest)?.pods?.serves)
    .flatMap(manifest =>
      world.kinds.podsOf(manifest).map(pods => sortOf(pods, manifest, cluster, most.get(identityOf(manifest)))),
    )
    .map(sort => ({ sort, weight: weight(sort, cluster) }))
    .sort((one, other) => (one.weight === other.weight ? 0 : other.weight - one.weight))
    .map(({ sort }) => sort);
}

function sortOf(pods: Pods, { kind }: Manifest, cluster: Cluster, scaled: number | undefined): Sort {
  return {
    spec: pods.spec as Scheduling,
    asks: requestsOf(pods.spec),
    count: (pods.running ?? pods.most)(cluster, scaled),
    everywhere: kind === 'DaemonSet',
  };
}

/** The most pods that autoscalers ask for, by the identity of what they scale. */
function mostOf(manifests: readonly Manifest[], { kinds }: World): Map<string, number> {
  return new Map(
    manifests.flatMap(manifest => {
      const scaling = kinds.scalingOf(manifest);
      return scaling ? [[scaledIdentity(manifest, scaling), scaling.most]] : [];
    }),
  );
}

/** How much of a cluster a pod takes of what it takes most of. One that has no choice of nodes comes before all others. */
function weight({ asks, everywhere }: Sort, { nodes }: Cluster): number {
  if (everywhere) return Infinity;
  const whole = sumOf(nodes.map(offeredBy));
  return Math.max(0, ...[...asks].map(([name, amount]) => Number(amount) / Number(whole.get(name) || 1n)));
}
