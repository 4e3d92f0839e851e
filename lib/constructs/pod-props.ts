import type { PodSettings } from '../model/pods/pod-settings.ts';
import type { Priority } from '../model/priority.ts';
import type { ConfigFiles } from './config-files.ts';
import type { NoProbes } from './no-probes.ts';
import type { Probes } from './probe.ts';
import type { FullSizing } from './sizing.ts';
import type { Spread } from './spread.ts';

/** What differs between the pods of services; everything else is the same in the whole house. */
export interface PodProps extends PodSettings {
  /** Names of the endpoints that its container opens. @default - all that the service offers */
  readonly endpoints?: readonly string[];

  /** Ports by name that only its own pod and its probes know. @default - none besides its endpoints */
  readonly ports?: Readonly<Record<string, number>>;

  /** @default - the image's own */
  readonly command?: readonly string[];

  /** @default - the image's own */
  readonly args?: readonly string[];

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
