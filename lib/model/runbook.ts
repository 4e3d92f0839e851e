/** What a page about an alert says besides the alert itself. */
export interface Runbook {
  /** What usually is behind it, in one sentence or two. */
  readonly cause: string;

  /** What to ask first: lines for a shell, or PromQL where a line begins with `promql: `. */
  readonly commands: readonly [string, ...string[]];
}
