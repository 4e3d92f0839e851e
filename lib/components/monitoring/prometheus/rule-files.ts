import type { Alert } from '../../../model/alert.ts';
import type { JsonMap } from '../../../yaml/json.ts';
import { yamlText } from '../../../yaml/yaml-text.ts';

/** The alerts as Prometheus reads them: a file each, so that an environment replaces only those that it changes. */
export function ruleFiles(alerts: readonly Alert[]): Record<string, string> {
  return Object.fromEntries(alerts.map(alert => [`${alert.name}.yml`, yamlText({ groups: [ruleGroup(alert)] })]));
}

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
