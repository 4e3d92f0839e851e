import { numberAt } from '../yaml/json-path.ts';
import type { Kind } from './kind.ts';
import { scaleTarget } from './scaling.ts';

const group = 'keda.sh';

/** Kinds of KEDA. */
export const kedaKinds: readonly Kind[] = [
  { group, kind: 'ClusterTriggerAuthentication', versions: [], scope: 'cluster', health: 'none' },
  {
    group,
    kind: 'ScaledObject',
    versions: [],
    scope: 'namespaced',
    scales: manifest => scaleTarget(manifest, numberAt(manifest, 'spec', 'maxReplicaCount') ?? 100), // KEDA's default
    health: 'built-in',
  },
];
