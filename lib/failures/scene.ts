import { kindsOf } from '../kinds/index.ts';
import type { Kinds } from '../kinds/kinds.ts';
import type { Cluster } from '../model/cluster.ts';
import { componentLabel, nameLabel } from '../model/labels.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Platform } from '../model/platform.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { Unit } from '../model/unit.ts';
import type { Delivery, EnvironmentDelivery } from '../synth/delivery.ts';
import type { JsonMap } from '../yaml/json.ts';
import { listAt, numberAt, textsAt } from '../yaml/json-path.ts';
import { nodesOf } from './nodes.ts';
import type { RunningPod } from './running-pod.ts';
import { toolPods } from './tool-pods.ts';

/** What of a synthesis failures are derived from. */
export interface Whole {
  readonly platform: Platform;
  readonly delivery: Delivery;
  readonly units: readonly Unit[];
}

/** One environment, as it is when all runs. */
export interface Scene {
  readonly platform: Platform;
  readonly environment: EnvironmentDelivery;
  readonly surroundings: Surroundings;

  /** Everything that is delivered, whichever environment it is for. */
  readonly all: readonly Unit[];

  /** What components deliver here. */
  readonly units: readonly Unit[];
  readonly clusters: readonly Cluster[];
  readonly pods: readonly RunningPod[];
}

/** Every environment. */
export function scenesOf({ platform, delivery, units }: Whole): Scene[] {
  const kinds = kindsOf(platform);
  return delivery.environments.map(environment => {
    const { surroundings } = environment;
    const own = units.filter(unit => unit.owner === 'component' && unit.environment === environment.environment.name);
    const used = new Set(own.map(({ cluster }) => cluster));
    return {
      platform: surroundings.platform,
      environment,
      surroundings,
      all: units,
      units: own,
      clusters: platform.clusters.filter(({ name }) => used.has(name)),
      pods: [
        ...own.flatMap(unit => unit.manifests.flatMap(manifest => podsOf(unit, manifest, platform, kinds))),
        ...platform.clusters.filter(({ name }) => used.has(name)).flatMap(cluster => toolPods(cluster, platform)),
      ],
    };
  });
}

function podsOf(unit: Unit, workload: Manifest, { clusters }: Platform, kinds: Kinds): RunningPod[] {
  const maker = kinds.kindOf(workload)?.pods;
  if (!maker?.serves) return [];
  const cluster = clusters.find(({ name }) => name === unit.cluster)!;
  const nodes = nodesOf(cluster);
  return kinds.podsOf(workload).flatMap(({ title, metadata, spec }) => {
    const labels = textsAt(metadata, 'labels');
    const wanted = numberAt(workload, 'spec', 'replicas') ?? 1;
    const stem = [workload.metadata.name, ...(title === undefined ? [] : [title.replaceAll(' ', '-')])].join('-');
    return Array.from({ length: wanted }, (_, index) => ({
      cluster,
      component: labels[componentLabel] ?? unit.component,
      service: labels[nameLabel] ?? workload.metadata.name,
      namespace: unit.namespace!,
      name: `${stem}-${index}`,
      node: nodes.at(-1 - (index % nodes.length))!,
      labels,
      containers: listAt(spec, 'containers') as readonly JsonMap[],
      workload,
    }));
  });
}
