import type { Duration } from '../../../model/amounts.ts';
import type { Alert, AlertGroup } from './alert.ts';
import type { AlertTemplate, AlertTemplates } from './alert-template.ts';
import { driftAlerts } from './drift-alerts.ts';
import type { AlertFacts } from './facts.ts';
import { modelAlerts } from './model-alerts.ts';
import { pipelineAlerts } from './pipeline-alerts.ts';
import { platformAlerts } from './platform-alerts.ts';

// WHERE A NEW ALERT GOES: one entry in one of these, or a group of its own.
const groups = {
  models: modelAlerts,
  drift: driftAlerts,
  platform: platformAlerts,
  pipeline: pipelineAlerts,
} as const satisfies Record<string, AlertTemplates>;

/** Name of an alert. */
export type AlertName = { [Group in keyof typeof groups]: keyof (typeof groups)[Group] }[keyof typeof groups];

/** What an environment may set of an alert. */
export type AlertTuning = { readonly [Name in AlertName]?: { readonly threshold?: number; readonly for?: Duration } };

/**
 * Every alert of an environment.
 *
 * @throws Error when a threshold is given for an alert that compares with none
 */
export function alertGroups(facts: AlertFacts, tuning: AlertTuning = {}): AlertGroup[] {
  return Object.entries<AlertTemplates>(groups).map(([name, templates]) => ({
    name,
    alerts: Object.entries(templates)
      .filter(([, template]) => template.applies?.(facts) ?? true)
      .map(([alert, template]) => filledIn(alert, template, facts, tuning[alert as AlertName] ?? {})),
  }));
}

function filledIn(
  name: string,
  template: AlertTemplate,
  facts: AlertFacts,
  { threshold, for: wait }: NonNullable<AlertTuning[AlertName]>,
): Alert {
  if (threshold !== undefined && template.threshold === undefined) {
    throw new Error(
      `prometheus: 'alerts.${name}.threshold' (${threshold}) must be left out, because the alert compares with none`,
    );
  }
  if (threshold !== undefined && !(threshold > 0)) {
    throw new Error(`prometheus: 'alerts.${name}.threshold' (${threshold}) must be more than 0`);
  }
  return {
    name,
    expr: template.expr(facts, threshold ?? template.threshold ?? 0),
    for: wait ?? template.for,
    severity: template.severity,
    summary: template.summary,
    runbook: template.runbook,
    labels: template.labels ?? {},
    annotations: template.annotations?.(facts) ?? {},
  };
}
