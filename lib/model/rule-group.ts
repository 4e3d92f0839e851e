import type { JsonMap } from '../yaml/json.ts';
import type { Alert } from './alert.ts';

/** The group of one alert, which has the same shape in a rule file and in a PrometheusRule. */
export function ruleGroup(alert: Alert): JsonMap {
  const { name, expr, for: wait, severity, summary, runbook, runbookUrl, labels, annotations } = alert;
  const rule: JsonMap = {
    alert: name,
    expr,
    for: wait,
    labels: { ...labels, severity },
    annotations: { ...annotations, summary, runbook, ...(runbookUrl !== undefined && { runbook_url: runbookUrl }) },
  };
  return { name, rules: [rule] };
}
