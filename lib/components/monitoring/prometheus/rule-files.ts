import type { Alert } from '../../../model/alert.ts';
import { ruleGroup } from '../../../model/rule-group.ts';
import { yamlText } from '../../../yaml/yaml-text.ts';

/** The alerts as Prometheus reads them: a file each, so that an environment replaces only those that it changes. */
export function ruleFiles(alerts: readonly Alert[]): Record<string, string> {
  return Object.fromEntries(alerts.map(alert => [`${alert.name}.yml`, yamlText({ groups: [ruleGroup(alert)] })]));
}
