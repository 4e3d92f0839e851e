import type { Manifest } from './manifest.ts';
import type { PlacedRelease } from './chart-release.ts';
import type { TurnTo } from './stages.ts';

/** What one Application delivers: one folder of `dist/`. */
export interface Unit {
  /** Folder below `dist/`: `overlays/prod/mlflow`, `clusters/gcp/foundation`. */
  readonly path: string;

  /** Cluster that receives it. */
  readonly cluster: string;

  readonly component: string;

  /**
   * The environment that it belongs to, whose sync and revision it follows. @default - it belongs to all of them
   */
  readonly environment?: string;

  /** Whether Argo CD applies a merged commit by itself. @default - as its environment has it */
  readonly sync?: 'automated' | 'manual';

  /** Whose it is: a component's, a cluster's, or Argo CD's own. Only the first is bound to one namespace. */
  readonly owner: 'component' | 'cluster' | 'argocd';

  /** Namespace of all of its objects. @default - each object says its own */
  readonly namespace?: string;

  /** Whether it holds data, so that its Application may not be pruned. */
  readonly stateful: boolean;

  /** Order among the Applications of its cluster. */
  readonly wave: number;

  /** The objects as the cluster will receive them. */
  readonly manifests: readonly Manifest[];

  /** Folders that decide what it delivers: its own and those it builds on. */
  readonly sources: readonly string[];

  /** Every file of the folder: text by path below `dist/`. */
  readonly files: ReadonlyMap<string, string>;

  /** Number of patches, for the summary. */
  readonly patches: number;
}

/** A unit before its files are written: what is wrong with any of them can still be told. */
export interface Draft extends Omit<Unit, 'files' | 'patches'> {
  /** @param turnTo is told when patches are proved, and when that is done @default - nobody is */
  write(turnTo?: TurnTo): Pick<Unit, 'files' | 'patches'>;
}

/** What was delivered together with what leaves. */
export interface Earlier {
  readonly units: readonly Draft[];

  /** Charts of components. */
  readonly releases: readonly PlacedRelease[];
}
