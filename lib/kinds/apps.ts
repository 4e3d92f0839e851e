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
      most: (manifest, { nodes }) =>
        poolsFor(mapAt(manifest, ...path, 'spec') as Scheduling, nodes).reduce((sum, { count }) => sum + count, 0),
    }),
  },
  {
    ...apps,
    kind: 'Deployment',
    pods: byTemplate({
      path,
      most: (manifest, _, scaled) => replicas(manifest, scaled) + surge(manifest, replicas(manifest, scaled)),
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

/** Pods that a rollout starts before others leave; a share of them is rounded up. */
function surge(manifest: Manifest, pods: number): number {
  if (textAt(manifest, 'spec', 'strategy', 'type') === 'Recreate') return 0;
  const most = at(manifest, 'spec', 'strategy', 'rollingUpdate', 'maxSurge') ?? '25%';
  if (typeof most === 'number') return most;
  const percent = Number(/^(\d+)%$/.exec(String(most))?.[1] ?? 0);
  return Math.ceil((pods * percent) / 100);
}
