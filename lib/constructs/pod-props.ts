import type { Priority } from '../model/priority.ts';
import type { SecretFile, SecretRef } from '../model/secret-ref.ts';
import type { ConfigFiles } from './config-files.ts';
import type { NoProbes } from './no-probes.ts';
import type { Probes } from './probe.ts';
import type { FullSizing } from './sizing.ts';
import type { Spread } from './spread.ts';

/** What differs between the pods of services; everything else is the same in the whole house. */
export interface PodProps {
  /** Names of the endpoints that its container opens. @default - all that the service offers */
  readonly endpoints?: readonly string[];

  /** @default - the image's own */
  readonly command?: readonly string[];

  /** @default - the image's own */
  readonly args?: readonly string[];

  /** Environment variables: plain values, entries of Secrets, or paths of files with such entries. @default - none */
  readonly env?: Readonly<Record<string, string | SecretRef | SecretFile>>;

  /** Configuration files, each folder from one ConfigMap. @default - none */
  readonly config?: readonly ConfigFiles[];

  /** Folders it may write to besides its claim; what lies there is gone with the pod. @default - `/tmp` only */
  readonly writable?: readonly string[];

  /** Folder its claim is mounted at. @default - it has none */
  readonly claimPath?: string;

  /** Probes, or the reason why there are none. @default - a Job, which ends by itself, has none */
  readonly probes?: Probes | NoProbes;

  /** How several pods are kept apart. @default - as the cluster's scheduler does by itself */
  readonly spread?: Spread;

  /** User and group that run it, above those that a node's own programs have. @default 10001 */
  readonly runAs?: number;

  /** @default 'serving' */
  readonly priority?: Priority;

  readonly sizing: FullSizing;
}
