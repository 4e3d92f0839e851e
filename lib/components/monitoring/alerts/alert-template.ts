import type { Duration } from '../../../model/amounts.ts';
import type { Severity } from './alert.ts';
import type { AlertFacts } from './facts.ts';

/** An alert before an environment fills in its names and figures. */
export interface AlertTemplate {
  /** Number that the expression compares with, which an environment may set. Its unit is the template's own. */
  readonly threshold?: number;

  /** @param threshold that of the template, unless the environment sets another */
  expr(facts: AlertFacts, threshold: number): string;

  readonly for: Duration;
  readonly severity: Severity;
  readonly summary: string;
  readonly runbook: string;

  /** @default - none */
  readonly labels?: Readonly<Record<string, string>>;

  /** @default - none */
  annotations?(facts: AlertFacts): Readonly<Record<string, string>>;

  /** Whether the environment has what it watches. @default - it has */
  applies?(facts: AlertFacts): boolean;
}

/** Templates by the name of the alert. */
export type AlertTemplates = Readonly<Record<string, AlertTemplate>>;
