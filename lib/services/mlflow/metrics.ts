import type { Emitter } from '../../model/metric.ts';
import type { Panel } from '../../model/panel.ts';

/**
 * MLflow with `--expose-prometheus`: the names are made by its exporter.
 * https://mlflow.org/docs/latest/self-hosting/architecture/tracking-server/
 */
export const mlflowMetrics: Emitter = {
  name: 'MLflow',
  version: '3.17',
  metrics: {
    mlflow_http_request_duration_seconds: { type: 'histogram', labels: ['method', 'mlflow_version', 'status'] },
    mlflow_http_request_total: { type: 'counter', labels: ['method', 'status'] },
  },
};

/** How it answers those who track experiments. */
export const mlflowPanels: readonly Panel[] = [
  {
    title: 'Requests to MLflow',
    unit: 'reqps',
    queries: [
      { expr: 'sum by (component, status) (rate(mlflow_http_request_total[5m]))', legend: '{{component}} {{status}}' },
    ],
  },
  {
    title: 'Latency of MLflow',
    unit: 's',
    queries: [
      {
        expr: 'histogram_quantile(0.95, sum by (component, le) (rate(mlflow_http_request_duration_seconds_bucket[5m])))',
        legend: '{{component}} 95 %',
      },
    ],
  },
];
