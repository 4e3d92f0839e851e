import { mapAt } from '../yaml/json-path.ts';
import type { Kind } from './kind.ts';
import { kubernetes } from './packages.ts';
import { byTemplate } from './pods/by-template.ts';

const core = { group: '', versions: ['v1'], scope: 'namespaced', schema: kubernetes, health: 'none' } as const;

/** Kinds of the core group. */
export const coreKinds: readonly Kind[] = [
  {
    ...core,
    kind: 'ConfigMap',
    makes: ({ metadata: { name }, data, binaryData }) => [
      { kind: '/ConfigMap', name, keys: new Set([...Object.keys(mapAt(data)), ...Object.keys(mapAt(binaryData))]) },
    ],
  },
  { ...core, kind: 'Endpoints' },
  { ...core, kind: 'LimitRange' },
  { ...core, kind: 'Namespace', scope: 'cluster', holdsData: 'in-object' },
  { ...core, kind: 'Node', scope: 'cluster' },
  { ...core, kind: 'PersistentVolume', scope: 'cluster', holdsData: 'in-object' },
  {
    ...core,
    kind: 'PersistentVolumeClaim',
    required: [
      ['spec', 'accessModes'],
      ['spec', 'resources', 'requests', 'storage'],
    ],
    holdsData: 'in-object',
    health: 'built-in',
  },
  { ...core, kind: 'Pod', pods: byTemplate({ path: [], most: () => 1 }), health: 'built-in' },
  { ...core, kind: 'ResourceQuota' },
  { ...core, kind: 'Secret' },
  { ...core, kind: 'Service', required: [['spec', 'ports']], health: 'built-in' },
  { ...core, kind: 'ServiceAccount' },
];
