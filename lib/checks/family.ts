import type { Rule } from './rule.ts';

/** Rules of one subject, in a folder with all that only they need. */
export interface Family {
  /** What they are about, as a heading. */
  readonly title: string;

  /** Its rules, in the order in which people read them. */
  readonly rules: readonly Rule[];
}
