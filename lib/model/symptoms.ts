/** One series that a program emits of its own accord, by the labels that it has besides those of the target. */
export interface OwnSeries {
  readonly metric: string;

  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;

  /** Its value when it is first read. */
  readonly value: number;

  /** What it gains each minute. @default 0 */
  readonly perMinute?: number;
}

/** One way in which a program fails, as its own series tell of it. */
export interface Failure {
  /** What is wrong, as the rest of a sentence about the service: `is refused by GitHub`. */
  readonly what: string;

  /**
   * The flow whose end this is: an endpoint as the service calls it, or a host outside the clusters.
   * @default - it needs no other for it
   */
  readonly without?: string;

  /** What its series say from then on; all others stay as they are. None where the program says nothing of it. */
  readonly series: readonly OwnSeries[];

  /** Metrics that it no longer emits. @default - it emits all of them */
  readonly gone?: readonly string[];

  /** Why no alert tells of it. @default - one must */
  readonly unwatched?: string;
}

/** How a program shows how it is: what alerts are tried against, and never made from. */
export interface Symptoms {
  /** What it emits while all is well. */
  readonly well: readonly OwnSeries[];
  readonly failures: readonly Failure[];
}
