import type { NodePool } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import { poolsFor } from '../model/pods/pools.ts';
import type { Scheduling } from '../model/pods/scheduling.ts';
import { at, mapAt, numberAt, textAt } from '../yaml/json-path.ts';
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
      most: (manifest, { nodes }) => (startsBeside(manifest) ? 2 : 1) * nodesFor(manifest, nodes),
      running: (manifest, { nodes }) => nodesFor(manifest, nodes),
    }),
  },
  {
    ...apps,
    kind: 'Deployment',
    pods: byTemplate({
      path,
      most: (manifest, _, scaled) => (isRecreated(manifest) ? 1 : 2) * replicas(manifest, scaled),
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
    pods: byTemplate({ path, most: (manifest, _, scaled) => replicas(manifest, scaled) }),
    names: manifest => beside(manifest, '/Service', textAt(manifest, 'spec', 'serviceName')),
    holdsData: 'in-claims',
  },
];

function replicas(manifest: Manifest, scaled?: number): number {
  return scaled ?? numberAt(manifest, 'spec', 'replicas') ?? 1;
}

/** A DaemonSet replaces the pod of a node once it is gone, unless it may start another one beside it. */
function startsBeside(manifest: Manifest): boolean {
  const surge = at(manifest, 'spec', 'updateStrategy', 'rollingUpdate', 'maxSurge') ?? 0;
  return !['0', '0%'].includes(String(surge));
}

function nodesFor(manifest: Manifest, nodes: readonly NodePool[]): number {
  const pools = poolsFor(mapAt(manifest, ...path, 'spec') as Scheduling, nodes);
  return pools.reduce((sum, { count }) => sum + count, 0);
}

/**
 * Whether all pods of a Deployment are gone before the first new one starts. Otherwise each is replaced while it may still
 * be ending: Kubernetes does not wait for that, and a quota counts it until it is gone, so all new ones can stand beside
 * all old ones. https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#updating-a-deployment
 */
function isRecreated(manifest: Manifest): boolean {
  return textAt(manifest, 'spec', 'strategy', 'type') === 'Recreate';
}
