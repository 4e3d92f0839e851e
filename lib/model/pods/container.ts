import type { SecretFile, SecretRef } from '../secret-ref.ts';
import type { Probes } from './probe.ts';
import type { FullSizing } from './sizing.ts';
import type { Mounts } from './volume.ts';

/** Environment variables: plain values, entries of Secrets, or paths of files with such entries. */
export type Variables = Readonly<Record<string, string | SecretRef | SecretFile>>;

/** What a container is told when it has started, or is about to be stopped. */
export interface Lifecycle {
  /** Right after its start; it counts as started once this has ended. @default - nothing */
  readonly postStart?: Hook;

  /**
   * Before it is told to stop, within the grace period of its pod.
   *
   * @default - where a Deployment has ports, ten seconds pass, in which it goes on answering; else nothing
   */
  readonly preStop?: Hook;
}

/** A command, or a request to a path on its first endpoint. */
export type Hook = { readonly command: readonly string[] } | { readonly path: string };

/** A container beside the service's own, with an image of its own. It is as confined as that one is. */
export interface ExtraContainer {
  /** An exact tag or a digest. `overlays/images.json` may pin another, under `<component>/<service>/<its name>`. */
  readonly image: string;

  /** @default - the image's own */
  readonly command?: readonly string[];

  /** @default - the image's own */
  readonly args?: readonly string[];

  /** @default - none */
  readonly env?: Variables;

  /** Folders it may write to; what lies there is gone with the pod, and no other container sees it. @default - `/tmp` only */
  readonly writable?: readonly string[];

  /** Volumes of its pod, by the folder where it finds them. @default - none */
  readonly mounts?: Mounts;

  /** User and group that run it. @default - those of its pod */
  readonly runAs?: number;

  readonly sizing: FullSizing;
}

/** A container that ends well before the service's own starts. */
export interface InitContainer extends Omit<ExtraContainer, 'image'> {
  /**
   * As for any other container. Without it, it runs what the service itself runs, and follows wherever that is promoted:
   * for work that the program after it expects to be done by its own version, such as a change of a database.
   *
   * @default - the service's own
   */
  readonly image?: string;
}

/** A container that runs as long as the service's own does. */
export interface Sidecar extends ExtraContainer {
  readonly probes: Probes;

  /** Endpoints of the service that it opens, in place of the service's own container. @default - none */
  readonly endpoints?: readonly string[];

  /** Ports by name that only its own pod and its probes know: the first one is probed. @default - none */
  readonly ports?: Readonly<Record<string, number>>;

  /** @default - nothing happens besides */
  readonly lifecycle?: Lifecycle;

  /**
   * Whether it is there before the init containers and the service's own container start, and until they have ended.
   * In a pod that ends by itself it always is, because that pod would never end otherwise. @default false
   */
  readonly startsFirst?: boolean;
}
