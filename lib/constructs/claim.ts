import type { k8s } from 'cdk8s-plus-28';
import { guarded } from '../model/sync.ts';
import type { Storage } from '../model/amounts.ts';
import { kubernetes } from './kubernetes.ts';

/** Disk space that outlives pods. */
export interface Claim {
  readonly mountPath: string;
  readonly size: Storage;

  /** @default - the cluster's default class */
  readonly storageClass?: string;
}

/** A pruned or deleted claim takes its data along, so Argo CD must do neither. */
export const claimGuard = guarded('keep');

/** What a claim asks for; one node at a time may mount it. */
export function claimSpec({ size, storageClass }: Pick<Claim, 'size' | 'storageClass'>): k8s.PersistentVolumeClaimSpec {
  return {
    accessModes: ['ReadWriteOnce'],
    storageClassName: storageClass,
    resources: { requests: { storage: kubernetes.Quantity.fromString(size) } },
  };
}
