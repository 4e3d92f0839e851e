import type { Metric } from '../../lib/model/metric.ts';

/** What the constructs ask of one image: a program that is to be it is held to this, while it runs. */
export interface ProgramContract {
  /** The last part of the image's name, by which a folder of `images/` knows what it makes. */
  readonly image: string;

  /** `<component>/<service>` */
  readonly service: string;

  /** Ports of its container, in order; its probes and its callers ask the first one. */
  readonly ports: readonly number[];

  /** Paths that it is asked for, by who asks: `startup`, `liveness`, `readiness`. */
  readonly probes: Readonly<Record<string, string>>;

  /** The first seconds in which its startup probe may fail. */
  readonly startupSeconds: number;

  /** Bytes that it may use. */
  readonly memoryLimit: number;

  /** Path and port under which it is scraped. */
  readonly scraped: readonly { readonly port: number; readonly path: string }[];

  /** What its container is told, by name. */
  readonly env: Readonly<Record<string, string>>;

  /** Commands of init containers of the same image. */
  readonly initCommands: readonly (readonly string[])[];

  /** By name, as its construct states them. */
  readonly metrics: Readonly<Record<string, Metric>>;

  /** What alerts and panels read of it. */
  readonly reads: readonly Read[];
}

/** One series that a query reads. */
export interface Read {
  /** `alert 'X'` */
  readonly where: string;
  readonly series: string;

  /** Labels of the program's own that it is selected or grouped by. */
  readonly labels: readonly string[];

  /** Values that it waits for; without one of them in a series, the query finds nothing. */
  readonly waitsFor: readonly { readonly label: string; readonly pattern: string }[];
}
