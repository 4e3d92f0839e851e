import type { Kind } from './kind.ts';
import { kubernetes } from './packages.ts';

const storage = {
  group: 'storage.k8s.io',
  versions: ['v1'],
  scope: 'cluster',
  schema: kubernetes,
  health: 'none',
} as const;
const snapshots = { group: 'snapshot.storage.k8s.io', versions: [], scope: 'cluster' } as const;

/** Kinds of where claims get their disks from. */
export const storageKinds: readonly Kind[] = [
  { ...storage, kind: 'CSIDriver' },
  { ...storage, kind: 'CSINode' },
  { ...storage, kind: 'CSIStorageCapacity', scope: 'namespaced' },
  { ...storage, kind: 'StorageClass' },
  { ...storage, kind: 'VolumeAttachment' },
  { ...storage, kind: 'VolumeAttributesClass' },
  { ...snapshots, kind: 'VolumeSnapshotClass', health: 'none' },
  { ...snapshots, kind: 'VolumeSnapshotContent', health: 'built-in' },
];
