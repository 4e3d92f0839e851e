import type { Manifest } from '../model/manifest.ts';
import { numberAt, textAt } from '../yaml/json-path.ts';
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
    pods: byTemplate({ path, most: (_, { nodes }) => nodes.reduce((sum, { count }) => sum + count, 0) }),
  },
  {
    ...apps,
    kind: 'Deployment',
    pods: byTemplate({
      path,
      most: (manifest, _, scaled) =>
        replicas(manifest, scaled) + (textAt(manifest, 'spec', 'strategy', 'type') === 'Recreate' ? 0 : 1),
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
