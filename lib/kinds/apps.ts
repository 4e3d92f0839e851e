import { mostNodesOf } from '../model/cluster.ts';
import type { NodePool } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import { poolsFor } from '../model/pods/pools.ts';
import type { Scheduling } from '../model/pods/scheduling.ts';
import { mapAt, numberAt, textAt } from '../yaml/json-path.ts';
import type { Kind } from './kind.ts';
import { kubernetes } from './packages.ts';
import { byTemplate } from './pods/by-template.ts';
import { beside } from './reference.ts';

const apps = { group: 'apps', versions: ['v1'], scope: 'namespaced', schema: kubernetes, health: 'built-in' } as const;
const path = ['spec', 'template'];

/** Kinds of workloads that run until somebody stops them. */
export const appsKinds: readonly Kind[] = [
  {
    ...apps,
    kind: 'DaemonSet',
    pods: byTemplate({
      path,
      most: (manifest, { nodes }) => nodesFor(manifest, nodes) + replacedAtOnce(manifest, nodesFor(manifest, nodes)),
      running: (manifest, { nodes }) => nodesFor(manifest, nodes),
    }),
  },
  {
    ...apps,
    kind: 'Deployment',
    pods: byTemplate({
      path,
      // Kubernetes starts new ones while old ones are ending, so all of both can be there at once.
      // https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#updating-a-deployment
      most: (manifest, _, scaled) => 2 * replicas(manifest, scaled),
      running: (manifest, _, scaled) => replicas(manifest, scaled),
    }),
  },
  {
    ...apps,
    kind: 'ReplicaSet',
    pods: byTemplate({ path, most: (manifest, _, scaled) => replicas(manifest, scaled) }),
  },
  {
    ...apps,
    kind: 'StatefulSet',
    pods: byTemplate({
      path,
      // One at a time is replaced. Its successor comes as soon as it is gone, which is before a quota knows of that.
      most: (manifest, _, scaled) => replicas(manifest, scaled) + 1,
      running: (manifest, _, scaled) => replicas(manifest, scaled),
    }),
    names: manifest => beside(manifest, '/Service', textAt(manifest, 'spec', 'serviceName')),
    holdsData: 'in-claims',
  },
];

function replicas(manifest: Manifest, scaled?: number): number {
  return scaled ?? numberAt(manifest, 'spec', 'replicas') ?? 1;
}

function nodesFor(manifest: Manifest, nodes: readonly NodePool[]): number {
  const pools = poolsFor(mapAt(manifest, ...path, 'spec') as Scheduling, nodes);
  return pools.reduce((sum, pool) => sum + mostNodesOf(pool), 0);
}

/**
 * How many pods of a DaemonSet are replaced while a quota may still count them. Where new ones start beside old ones, that
 * may be all; else each starts once the old one is gone, on as many nodes at a time as may be without.
 */
function replacedAtOnce(manifest: Manifest, nodes: number): number {
  const { maxSurge = 0, maxUnavailable = 1 } = mapAt(manifest, 'spec', 'updateStrategy', 'rollingUpdate');
  if (!['0', '0%'].includes(String(maxSurge))) return nodes;
  const percent = /^(\d+)%$/.exec(String(maxUnavailable))?.[1];
  return Math.min(nodes, percent === undefined ? Number(maxUnavailable) : Math.ceil((nodes * Number(percent)) / 100));
}
