import type { Dashboard } from '../../../../model/panel.ts';

/** What is wrong now, and whether alerts reach anybody. */
export const alertsDashboard: Dashboard = {
  uid: 'plainsail-alerts',
  title: 'Alerts',
  rows: [
    [
      {
        title: 'Critical alerts',
        kind: 'stat',
        unit: 'short',
        queries: [{ expr: 'count(ALERTS{alertstate="firing", severity="critical"}) or vector(0)', legend: 'critical' }],
      },
      {
        title: 'Warnings',
        kind: 'stat',
        unit: 'short',
        queries: [{ expr: 'count(ALERTS{alertstate="firing", severity="warning"}) or vector(0)', legend: 'warning' }],
      },
      {
        title: 'Targets that do not answer',
        kind: 'stat',
        unit: 'short',
        queries: [{ expr: 'count(up == 0) or vector(0)', legend: 'targets' }],
      },
    ],
    [
      {
        title: 'Firing now',
        kind: 'table',
        unit: 'short',
        queries: [{ expr: 'ALERTS{alertstate="firing", severity!="none"}', legend: '{{alertname}}' }],
      },
    ],
    [
      {
        title: 'Alerts over time',
        unit: 'short',
        queries: [
          {
            expr: 'count by (alertname, severity) (ALERTS{alertstate="firing", severity!="none"})',
            legend: '{{alertname}}',
          },
        ],
      },
      {
        title: 'Notifications',
        unit: 'short',
        queries: [
          { expr: notifications(''), legend: 'sent' },
          { expr: notifications('_failed'), legend: 'failed' },
        ],
      },
      {
        title: 'Workflows started',
        unit: 'short',
        queries: [
          { expr: 'sum(increase(output_sent{job="alert-bridge", label="github_api"}[1h]))', legend: 'started' },
          { expr: 'sum(increase(output_sent{job="alert-bridge", label="dead_letters"}[1h]))', legend: 'not started' },
        ],
      },
    ],
  ],
};

function notifications(outcome: '' | '_failed'): string {
  return `sum(increase(alertmanager_notifications${outcome}_total{integration="webhook"}[1h]))`;
}
