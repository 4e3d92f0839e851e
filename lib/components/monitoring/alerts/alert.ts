import type { Duration } from '../../../model/amounts.ts';

/** How bad it is: `critical` starts a workflow at once, `warning` waits for somebody to look. */
export type Severity = 'critical' | 'warning';

/** One alert as data: every rendering of it, plain or for the operator, is made of this. */
export interface Alert {
  readonly name: string;

  /** PromQL. It fires for each series that the expression gives. */
  readonly expr: string;

  /** How long the expression must hold. */
  readonly for: Duration;
  readonly severity: Severity;

  /** What is wrong, in one sentence; Prometheus fills in `{{ $labels.… }}` and `{{ $value }}`. */
  readonly summary: string;

  /** The first thing to do. */
  readonly runbook: string;

  /** Labels besides `severity`. */
  readonly labels: Readonly<Record<string, string>>;

  /** Annotations besides the summary and the runbook. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** Alerts that are evaluated together. */
export interface AlertGroup {
  readonly name: string;
  readonly alerts: readonly Alert[];
}
