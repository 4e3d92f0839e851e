/** One thing that a rule found. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;

  /** Path of the unit below `dist/`. */
  readonly unit: string;

  /** Title of the object; undefined where the problem is the unit's as a whole. */
  readonly object?: string;

  /** What is wrong, with the value at fault. */
  readonly message: string;

  /** What to do about it. */
  readonly fix: string;
}
