import type { Duration } from './amounts.ts';
import type { Runbook } from './runbook.ts';

/**
 * How bad it is: `critical` starts a workflow at once, `warning` waits for somebody to look, and `none` is no trouble at all:
 * it is the end of it that is.
 */
export type Severity = 'critical' | 'warning' | 'none';

/** An alert before an environment fills in its figures. Its name is the key it stands under, unique in the platform. */
export interface AlertTemplate {
  /** Number that the expression compares with, which an environment may set. Its unit is the template's own. */
  readonly threshold?: number;

  /**
   * PromQL. It fires for each series that the expression gives. It selects by what means the same everywhere (job,
   * component), never by a namespace or a cluster: so the text is the same in every environment.
   *
   * @param threshold that of the template, unless the environment sets another
   */
  expr(threshold: number): string;

  /** How long the expression must hold. */
  readonly for: Duration;
  readonly severity: Severity;

  /** What is wrong, in one sentence; Prometheus fills in `{{ $labels.… }}` and `{{ $value }}`. */
  readonly summary: string;

  /** The first thing to do. */
  readonly runbook: string;

  /** What its page in `docs/runbooks.md` says besides. @default - it has no page, and `runbook` is all there is */
  readonly page?: Runbook;

  /** Labels besides `severity`. @default - none */
  readonly labels?: Readonly<Record<string, string>>;

  /** Annotations besides the summary and the runbook. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Templates by the name of the alert. */
export type AlertTemplates<Name extends string = string> = { readonly [Watched in Name]: AlertTemplate };

/** One alert with its figures: every rendering of it, plain or for the operator, is made of this. */
export interface Alert extends Omit<AlertTemplate, 'expr' | 'threshold' | 'page'> {
  readonly name: string;
  readonly expr: string;

  /** Address of its page. @default - it has none */
  readonly runbookUrl?: string;
}
