/** One metric as a program emits it. */
export interface Metric {
  /** A histogram also has `_bucket`, `_sum` and `_count`; a summary `_sum` and `_count`. */
  readonly type: 'counter' | 'gauge' | 'histogram' | 'summary';

  /** Labels it has besides those of the target. */
  readonly labels: readonly string[];

  /** Upper bounds of a histogram's buckets, where they are of our own choice. @default - the program's own */
  readonly buckets?: readonly number[];

  /** All that a label may say, where that is known: then no query can wait for anything else. @default - anything */
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

/** A program that is scraped, with the metrics of it that alerts and panels may read. */
export interface Emitter {
  readonly name: string;

  /**
   * The version whose names these are, as far as names go (`3.17`): they change between versions, so a rule holds the
   * image to it. @default - the image keeps a contract of our own
   */
  readonly version?: string;

  /** The container beside the service's own whose program it is: an exporter, say. @default - the service's own */
  readonly container?: string;

  readonly metrics: Readonly<Record<string, Metric>>;

  /** Whether it emits so much that only the metrics named here are stored. @default false */
  readonly emitsTooMuch?: boolean;

  /** Whether its metrics are about other pods, whose labels then count and not its own. @default false */
  readonly speaksForOthers?: boolean;
}

/** Names under which an emitter's metrics are stored: a histogram and a summary are several series. */
export function seriesOf({ metrics }: Pick<Emitter, 'metrics'>): string[] {
  return Object.entries(metrics).flatMap(([name, { type }]) => suffixes[type].map(suffix => name + suffix));
}

const suffixes = {
  counter: [''],
  gauge: [''],
  histogram: ['_bucket', '_sum', '_count'],
  summary: ['', '_sum', '_count'],
} as const;
