import type { Manifest } from './manifest.ts';

/** Objects that people keep as YAML, of the base or of one environment. */
export interface PlainObjects {
  /** Those of the component's namespace. */
  readonly own: readonly Manifest[];

  /** Those that its cluster has once. */
  readonly ofCluster: readonly Manifest[];
}

/** The base's, and those that an environment has besides or otherwise, by its name. */
export interface PlainComponent {
  readonly base: PlainObjects;
  readonly environments: ReadonlyMap<string, PlainObjects>;
}

/** By component; those that keep no YAML have none. */
export type PlainComponents = ReadonlyMap<string, PlainComponent>;

/** No objects. */
export const noObjects: PlainObjects = { own: [], ofCluster: [] };
