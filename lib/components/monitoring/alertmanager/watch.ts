import type { AlertTemplates } from '../../../model/alert.ts';
import type { Emitter } from '../../../model/metric.ts';

/** Alertmanager about itself. https://prometheus.io/docs/alerting/latest/alertmanager/ */
export const alertmanagerMetrics: Emitter = {
  name: 'Alertmanager',
  version: '0.34',
  metrics: {
    alertmanager_alerts: { type: 'gauge', labels: ['state'] },
    alertmanager_notifications_failed_total: { type: 'counter', labels: ['integration'] },
    alertmanager_notifications_total: { type: 'counter', labels: ['integration'] },
  },
};

/** What is wrong when nobody is told. */
export const alertmanagerAlerts = {
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
} as const satisfies AlertTemplates;
