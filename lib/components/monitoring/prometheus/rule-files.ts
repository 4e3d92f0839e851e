import type { Alert } from '../../../model/alert.ts';
import type { JsonMap } from '../../../yaml/json.ts';
import { yamlText } from '../../../yaml/yaml-text.ts';

/** The alerts as Prometheus reads them: a file each, so that an environment replaces only those that it changes. */
export function ruleFiles(alerts: readonly Alert[]): Record<string, string> {
  return Object.fromEntries(alerts.map(alert => [`${alert.name}.yml`, yamlText({ groups: [ruleGroup(alert)] })]));
}

/** The group of one alert, which has the same shape in a rule file and in a PrometheusRule. */
export function ruleGroup({ name, expr, for: wait, severity, summary, runbook, labels, annotations }: Alert): JsonMap {
  const rule: JsonMap = {
    alert: name,
    expr,
    for: wait,
    labels: { ...labels, severity },
    annotations: { ...annotations, summary, runbook },
  };
  return { name, rules: [rule] };
}
