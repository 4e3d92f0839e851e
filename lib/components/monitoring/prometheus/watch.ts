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

/** What is wrong when alerts do not leave the server, and what says all the time that they do. */
export const prometheusAlerts = {
  Watchdog: {
    expr: () => 'vector(1)',
    for: '0m',
    severity: 'none',
    summary: 'Alerts are judged, and this one always fires: whoever waits for it knows when no others can arrive.',
    runbook: 'While it fires there is nothing to do. When it does not arrive, check Prometheus, then Alertmanager.',
  },

  PrometheusConfigurationRefused: {
    expr: () => 'max by (cluster, job) (prometheus_config_last_reload_successful) == 0',
    for: '5m',
    severity: 'warning',
    summary: 'Prometheus ({{ $labels.job }}) refuses its new configuration, and goes on with the one before.',
    runbook: 'Its log names the file and the line. Correct the job or the alert that was changed last.',
  },

  AlertmanagerNotReached: {
    expr: () => 'increase(prometheus_notifications_errors_total{job="prometheus"}[5m]) > 0',
    for: '5m',
    severity: 'critical',
    summary: 'Prometheus cannot hand its alerts to Alertmanager, so nobody is told of any.',
    runbook: 'This alert is seen in Grafana and Prometheus only. Check the pod of Alertmanager and its configuration.',
  },
} as const satisfies AlertTemplates;
