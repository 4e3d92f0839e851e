import { textAt } from '../../yaml/json-path.ts';
import type { Json } from '../../yaml/json.ts';

/** A disk that is claimed for a pod. */
export interface ClaimedDisk {
  /** `10Gi` */
  readonly size: string;

  /** @default - the cluster's default class */
  readonly storageClass?: string;
}

/** The disk that an object asks for; undefined where it says no size. */
export function claimedDisk(size: string | undefined, storageClass: string | undefined): ClaimedDisk | undefined {
  return size === undefined ? undefined : { size, ...(storageClass !== undefined && { storageClass }) };
}

/** The disk of a PersistentVolumeClaim, or of a template of one. */
export function diskOf(claim: Json): ClaimedDisk | undefined {
  const size = textAt(claim, 'spec', 'resources', 'requests', 'storage');
  return claimedDisk(size, textAt(claim, 'spec', 'storageClassName'));
}
