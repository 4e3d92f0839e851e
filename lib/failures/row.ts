import type { Series } from './series.ts';
import type { World } from './world.ts';

/** One declared thing that is broken, and how that shows. */
export interface Broken {
  /** `mlflow/mlflow`, `edge-0 of edge`. */
  readonly thing: string;

  /** Series that say something else from then on, come or go. None where no program that is read tells of it. */
  readonly changes: readonly Series[];

  /** Why no alert tells of it. @default - one must */
  readonly unwatched?: string;

  /** Whether nothing is judged any more: then only an alert that always fires tells of it, by falling silent. */
  readonly silences?: boolean;
}

/** A row of the table: one way in which each declared thing of a sort breaks. */
export interface FailureRow {
  /** What is wrong, in a few words: `A scrape fails`. */
  readonly title: string;

  /** Each thing of the sort, broken once. */
  of(world: World): readonly Broken[];
}
