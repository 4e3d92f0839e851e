import type { Storage } from '../amounts.ts';

/** A volume of a pod: one of these. Folders of the node are none of them, because restricted pods may not have them. */
export type Volume = EmptyFolder | ConfigMapFiles | SecretFiles | ProjectedFiles | ExistingClaim | OwnClaim | CsiVolume;

/** An empty folder that goes with the pod. */
export interface EmptyFolder {
  readonly emptyDir: {
    /** What it may hold. It counts to the scratch of the pod's containers, or to their memory. */
    readonly size: Storage;

    /** @default 'disk' */
    readonly medium?: 'disk' | 'memory';
  };
}

/** Files of a ConfigMap of the component. */
export interface ConfigMapFiles {
  readonly configMap: {
    readonly name: string;

    /** File by key. @default - a file for each key */
    readonly items?: Readonly<Record<string, string>>;
  };
}

/** Files with entries of a Secret, which is made as `secretRef` says. */
export interface SecretFiles {
  readonly secret: { readonly name: string; readonly keys: readonly string[] };
}

/** A token of the pod's own account for somebody who trusts the cluster. */
export interface TokenFile {
  readonly serviceAccountToken: {
    /** For whom it is. */
    readonly audience: string;

    /** Name of the file. */
    readonly path: string;

    /** Seconds after which the kubelet has renewed it. @default 3600 */
    readonly expires?: number;
  };
}

/** Files from several places in one folder. */
export interface ProjectedFiles {
  readonly projected: readonly (ConfigMapFiles | SecretFiles | TokenFile)[];
}

/** A claim that is there without the pod, such as that of another service of the component, by its name. */
export interface ExistingClaim {
  readonly claim: string;
}

/** A claim of each pod that goes with it: for more than the disk of a node should hold. */
export interface OwnClaim {
  readonly ephemeralClaim: {
    readonly size: Storage;

    /** @default - the cluster's default class */
    readonly storageClass?: string;
  };
}

/** What a driver of the cluster brings. */
export interface CsiVolume {
  readonly csi: {
    readonly driver: string;

    /** @default - none */
    readonly attributes?: Readonly<Record<string, string>>;
  };
}

/** What a container finds in a folder. */
export interface Mount {
  /** Name of a volume of the pod: one of its own, `tmp`, or `data`, which is the service's claim. */
  readonly volume: string;

  /** @default - true for files of ConfigMaps and Secrets and for tokens, and false for all else */
  readonly readOnly?: boolean;

  /** A folder or a file within the volume. Files that are mounted so are not renewed. @default - all of it */
  readonly subPath?: string;
}

/** Mounts by folder. */
export type Mounts = Readonly<Record<string, Mount>>;
