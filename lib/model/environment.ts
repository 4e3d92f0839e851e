import type { ComponentTable, PlacedName, SettingsOf } from './component-table.ts';
import type { ObjectMetadata } from './metadata.ts';
import type { Revision } from './revision.ts';
import type { SyncWindow } from './sync-window.ts';

/** Where a component runs: on a cluster, or nowhere in this environment. */
export type ClusterOrNone<ClusterName extends string = string> = ClusterName | 'none';

/** The cluster of each component. */
export type Placement<C extends ComponentTable, ClusterName extends string> = {
  /** Of every component that is not named. */
  readonly default: ClusterOrNone<ClusterName>;
} & { readonly [Name in PlacedName<C>]?: ClusterOrNone<ClusterName> };

/** A place where the whole platform runs: where each component goes, and how it departs from the base. */
export interface Environment<C extends ComponentTable = ComponentTable, ClusterName extends string = string> {
  /** Name of its overlays: `dist/overlays/<name>/`. Namespaces end in it. */
  readonly name: string;

  readonly placement: Placement<C, ClusterName>;

  /** Added to every node port, so that two environments can share a cluster. @default 0 */
  readonly nodePortOffset?: number;

  /** Whether Argo CD applies a merged commit by itself. @default 'automated' */
  readonly sync?: 'automated' | 'manual';

  /**
   * Branch, tag or commit that Argo CD follows for the folders that belong to it. Which Applications there are, and what
   * these tell charts, follows the site's. @default - the site's
   */
  readonly revision?: Revision;

  /** Times in which Argo CD may sync what belongs to it, or may not. @default - it may at any time */
  readonly syncWindows?: readonly SyncWindow[];

  /**
   * Where the data of its services lies: `networked` disks follow a pod to another node, on clusters that have a class for
   * them. @default - in the class that the cluster's row says for all, which may tie it to a node
   */
  readonly data?: 'networked';

  /** Issuer of certificates: `staging` ones are free of rate limits and not trusted. @default 'production' */
  readonly issuer?: 'staging' | 'production';

  /** Labels and annotations of all of its objects: those of components, their pods, and the ground they stand on. @default - none */
  readonly metadata?: ObjectMetadata;

  /** Departures from the base. A service left out runs as the base has it. */
  readonly settings: SettingsOf<C, ClusterName>;
}
