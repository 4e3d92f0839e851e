import type { AlertTemplate } from '../../model/alert.ts';

/** What is wrong when experiments are not kept. @param component the one whose MLflow it is */
export function mlflowRequestsFailing(component: string): AlertTemplate {
  const all = `mlflow_http_request_total{component="${component}"}`;
  const failed = `mlflow_http_request_total{component="${component}", status=~"5.."}`;
  return {
    // Share of the requests.
    threshold: 0.05,
    expr: share =>
      [
        `sum by (cluster, namespace) (rate(${failed}[5m]))`,
        `/ sum by (cluster, namespace) (rate(${all}[5m])) > ${share}`,
      ].join('\n'),
    for: '10m',
    severity: 'warning',
    summary:
      'MLflow of {{ $labels.namespace }} on {{ $labels.cluster }} fails {{ $value | humanizePercentage }} of its requests.',
    runbook: 'Read its log: its database or its bucket does not answer, or its disk is full.',
  };
}
