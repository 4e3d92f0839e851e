import type { AlertTemplates } from '../../model/alert.ts';

/** What is wrong when experiments are not kept. */
export const mlflowAlerts = {
  MlflowRequestsFailing: {
    // Share of the requests.
    threshold: 0.05,
    expr: share =>
      [
        'sum by (cluster, namespace) (rate(mlflow_http_request_total{status=~"5.."}[5m]))',
        `/ sum by (cluster, namespace) (rate(mlflow_http_request_total[5m])) > ${share}`,
      ].join('\n'),
    for: '10m',
    severity: 'warning',
    summary: 'MLflow on {{ $labels.cluster }} fails {{ $value | humanizePercentage }} of its requests.',
    runbook: 'Read its log: its database or its bucket does not answer, or its disk is full.',
  },
} as const satisfies AlertTemplates;
