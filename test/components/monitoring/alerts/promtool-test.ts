import type { Alert } from '../../../../lib/model/alert.ts';
import type { Json } from '../../../../lib/yaml/json.ts';
import { yamlText } from '../../../../lib/yaml/yaml-text.ts';
import type { AlertCase } from './alert-case.ts';
import { callcenterCases } from './callcenter-cases.ts';
import { driftCases } from './drift-cases.ts';
import { modelCases } from './model-cases.ts';
import { platformCases } from './platform-cases.ts';
import { tenantCases } from './tenant-cases.ts';
import { ticketCases } from './ticket-cases.ts';
import { toolCases } from './tool-cases.ts';
import { workloadCases } from './workload-cases.ts';

/** What every alert must do. */
export const alertCases: readonly AlertCase[] = [
  ...modelCases,
  ...driftCases,
  ...platformCases,
  ...tenantCases,
  ...toolCases,
  ...workloadCases,
  ...callcenterCases,
  ...ticketCases,
];

/**
 * The cases as `promtool test rules` reads them.
 *
 * @param alerts the alerts under test
 * @param ruleFiles paths of their rule files
 * @param cases what they must do @default - what the alerts of every platform must
 */
export function promtoolTest(
  alerts: readonly Alert[],
  ruleFiles: readonly string[],
  cases: readonly AlertCase[] = alertCases,
): string {
  return yamlText({
    rule_files: [...ruleFiles],
    evaluation_interval: '1m',
    group_eval_order: alerts.map(({ name }) => name),
    tests: cases.map(testOf),
  });
}

function testOf({ alert, series, quiet, fires, labels }: AlertCase): Json {
  // Judged by the series that Prometheus writes of its alerts: it has their labels, without the texts for people.
  const expr = `ALERTS{alertname="${alert}", alertstate="firing"}`;
  const fired = Object.entries({ alertname: alert, alertstate: 'firing', ...labels }).map(
    ([label, value]) => `${label}=${JSON.stringify(value)}`,
  );
  const sample = { labels: `ALERTS{${fired.join(', ')}}`, value: 1 };
  return {
    name: alert,
    interval: '1m',
    input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
    promql_expr_test: [
      ...quiet.map(minute => ({ expr, eval_time: `${minute}m`, exp_samples: [] })),
      ...fires.map(minute => ({ expr, eval_time: `${minute}m`, exp_samples: [sample] })),
    ],
  };
}
