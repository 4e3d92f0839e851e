import type { Archive } from './images/index.ts';

/** What a person wants of a run. */
export interface Wishes {
  /** Whether the platform stays up. */
  readonly keep: boolean;

  /** Whether somebody only wants to look at the running platform. */
  readonly look: boolean;

  /** Whether the long cases are tried too. */
  readonly nightly: boolean;

  /** Words in the titles of the cases that are tried; empty for all. */
  readonly words: string;
}

/** What the program inside a world is told. */
export interface Orders extends Wishes {
  /** Folder of the run, which is also known outside. */
  readonly folder: string;

  /** Name of the run's control group. */
  readonly run: string;

  /** The committed output that is tried. */
  readonly dist: string;

  /** Every image that a pod may ask for. */
  readonly images: readonly Archive[];
}

/** File of a run's folder in which the program inside says how everything came out. */
export const entriesFile = 'entries.json';
