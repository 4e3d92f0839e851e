import type { Dashboard } from './panel.ts';

/** Whether the platform's own programs do their work. */
export const platformDashboard: Dashboard = {
  uid: 'plainsail-platform',
  title: 'Platform',
  rows: [
    [
      {
        title: 'Targets that answer',
        unit: 'percentunit',
        queries: [{ expr: 'avg by (cluster, job) (up)', legend: '{{cluster}} {{job}}' }],
      },
      {
        title: 'Series in memory',
        unit: 'short',
        queries: [{ expr: 'prometheus_tsdb_head_series', legend: '{{cluster}} {{job}}' }],
      },
      {
        title: 'Disk of Prometheus of what it may use',
        unit: 'percentunit',
        queries: [
          {
            expr: 'prometheus_tsdb_storage_blocks_bytes / (prometheus_tsdb_retention_limit_bytes > 0)',
            legend: '{{cluster}} {{job}}',
          },
        ],
      },
    ],
    [
      {
        title: 'Requests to MLflow',
        unit: 'reqps',
        queries: [{ expr: 'sum by (status) (rate(mlflow_http_request_total[5m]))', legend: '{{status}}' }],
      },
      {
        title: 'Latency of MLflow',
        unit: 's',
        queries: [
          {
            expr: 'histogram_quantile(0.95, sum by (le) (rate(mlflow_http_request_duration_seconds_bucket[5m])))',
            legend: '95 %',
          },
        ],
      },
      {
        title: 'Requests to the API servers by code',
        unit: 'reqps',
        queries: [
          {
            expr: 'sum by (cluster, code) (rate(apiserver_request_total[5m]))',
            legend: '{{cluster}} {{code}}',
          },
        ],
      },
    ],
  ],
};
