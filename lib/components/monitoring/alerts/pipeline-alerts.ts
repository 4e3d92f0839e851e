import type { AlertTemplates } from './alert-template.ts';

/** What can go wrong with alerts on their way to somebody who reads them. */
export const pipelineAlerts = {
  AlertmanagerNotReached: {
    expr: () => 'increase(prometheus_notifications_errors_total{job="prometheus"}[5m]) > 0',
    for: '5m',
    severity: 'critical',
    summary: 'Prometheus cannot hand its alerts to Alertmanager, so nobody is told of any.',
    runbook: 'This alert is seen in Grafana and Prometheus only. Check the pod of Alertmanager and its configuration.',
  },

  NotificationsFailing: {
    expr: () =>
      [
        'sum by (cluster, integration) (',
        '  increase(alertmanager_notifications_failed_total{job="alertmanager"}[10m])',
        ') > 0',
      ].join('\n'),
    for: '10m',
    severity: 'warning',
    summary: 'Alertmanager fails to send notifications by {{ $labels.integration }}.',
    runbook: 'Check the pod of alert-bridge: Alertmanager tries again as long as the alert fires.',
  },

  AlertBridgeDeadLetters: {
    expr: () =>
      [
        'sum by (cluster, service) (',
        '  increase(output_sent{job="alert-bridge", label="dead_letters"}[15m])',
        ') > 0',
      ].join('\n'),
    for: '0m',
    severity: 'warning',
    summary: 'GitHub refused {{ $value | printf "%.0f" }} workflows that alerts should have started.',
    runbook: 'Its log holds each with the reason: a token that expired, or a workflow that takes other inputs.',
  },
} as const satisfies AlertTemplates;
