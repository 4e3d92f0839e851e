import type { JsonMap } from '../../../yaml/json.ts';
import { yamlText } from '../../../yaml/yaml-text.ts';
import type { Alert, AlertGroup } from './alert.ts';

/** The alerts as Prometheus reads them: a file for each group. */
export function ruleFiles(groups: readonly AlertGroup[]): Record<string, string> {
  return Object.fromEntries(groups.map(group => [`${group.name}.yml`, yamlText({ groups: [ruleGroup(group)] })]));
}

/** A group of rules, which has the same shape in a rule file and in a PrometheusRule. */
export function ruleGroup({ name, alerts }: AlertGroup): { readonly name: string; readonly rules: JsonMap[] } {
  return { name, rules: alerts.map(rule) };
}

function rule({ name, expr, for: wait, severity, summary, runbook, labels, annotations }: Alert): JsonMap {
  return {
    alert: name,
    expr,
    for: wait,
    labels: { ...labels, severity },
    annotations: { ...annotations, summary, runbook },
  };
}
