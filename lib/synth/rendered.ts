import type { Asked } from '../model/ask.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { Rendering } from './render.ts';

/** Every component of one environment, or of the base. */
export interface Rendered {
  readonly surroundings: Surroundings;

  /** By component; those that are not here have none. */
  readonly renderings: ReadonlyMap<string, Rendering>;

  /** What all of them asked for, and what the site exposes to people. */
  readonly asked: readonly Asked[];
}

/** A platform in full: the base, and each environment in the order of its table. */
export interface Renderings {
  readonly base: Rendered;
  readonly environments: readonly Rendered[];
}
