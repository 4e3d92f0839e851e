import type { AlertTemplates } from '../../../model/alert.ts';
import type { Emitter } from '../../../model/metric.ts';

/** Prometheus about itself. https://prometheus.io/docs/prometheus/latest/ */
export const prometheusMetrics: Emitter = {
  name: 'Prometheus',
  version: '3.15',
  metrics: {
    prometheus_config_last_reload_successful: { type: 'gauge', labels: [] },
    prometheus_notifications_errors_total: { type: 'counter', labels: ['alertmanager'] },
    prometheus_tsdb_head_series: { type: 'gauge', labels: [] },
    prometheus_tsdb_storage_blocks_bytes: { type: 'gauge', labels: [] },
    prometheus_tsdb_retention_limit_bytes: { type: 'gauge', labels: [] },
  },
};

/** What is wrong when alerts do not leave the server. */
export const prometheusAlerts = {
  PrometheusConfigurationRefused: {
    expr: () => 'min by (cluster, service) (prometheus_config_last_reload_successful) == 0',
    for: '10m',
    severity: 'warning',
    summary:
      '{{ $labels.service }} on {{ $labels.cluster }} goes on with old files, since it refuses those that it has.',
    runbook: 'Its log names the file and the line. Mend what made it, or revert the commit.',
  },

  AlertmanagerNotReached: {
    expr: () => 'increase(prometheus_notifications_errors_total{job="prometheus"}[5m]) > 0',
    for: '5m',
    severity: 'critical',
    summary: 'Prometheus cannot hand its alerts to Alertmanager, so nobody is told of any.',
    runbook: 'This alert is seen in Grafana and Prometheus only. Check the pod of Alertmanager and its configuration.',
  },
} as const satisfies AlertTemplates;
