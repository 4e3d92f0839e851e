import type { Manifest } from '../model/manifest.ts';

/** What a tree makes of one environment. */
export interface BuiltTree {
  readonly environment: string;

  /** Where it comes from, as people call it. */
  readonly source: string;

  /** Its objects as Kustomize builds them. */
  readonly manifests: readonly Manifest[];
}

/** One thing in which what is imported is not what the tree says. */
export interface Residue {
  readonly environment: string;

  /** Title of the object, with its namespace. */
  readonly object: string;

  /** What differs, and why. */
  readonly reason: string;

  /** Whether the object is not imported at all. @default false */
  readonly isLeftOut?: boolean;
}
