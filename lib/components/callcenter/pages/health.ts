import type { Dashboard } from '../../../model/panel.ts';

const own = 'component="callcenter"';

/** Whether all of it is there and gets what it asks for. */
export const healthPage: Dashboard = {
  uid: 'callcenter-health',
  title: 'CallCenter AI: system health',
  rows: [
    [
      {
        title: 'Share of pods that answer',
        unit: 'percentunit',
        queries: [{ expr: `avg by (cluster, service) (up{${own}})`, legend: '{{cluster}} {{service}}' }],
      },
      {
        title: 'Pods that do not run',
        unit: 'short',
        queries: [
          {
            expr: `sum by (cluster, phase) (kube_pod_status_phase{${own}, phase=~"Failed|Pending|Unknown"})`,
            legend: '{{cluster}} {{phase}}',
          },
        ],
      },
      {
        title: 'Restarts in the last hour',
        unit: 'short',
        queries: [
          {
            expr: `sum by (cluster, pod) (increase(kube_pod_container_status_restarts_total{${own}}[1h]))`,
            legend: '{{cluster}} {{pod}}',
          },
        ],
      },
    ],
    [
      {
        title: 'What the agent gets no answer from',
        unit: 'reqps',
        queries: [
          {
            expr: 'sum by (cluster, dependency) (rate(agent_dependency_errors_total[5m]))',
            legend: '{{cluster}} {{dependency}}',
          },
        ],
      },
      {
        title: 'Stores that answer',
        unit: 'short',
        queries: [
          { expr: `max by (cluster) (pg_up{${own}})`, legend: '{{cluster}} PostgreSQL' },
          { expr: `max by (cluster) (redis_up{${own}})`, legend: '{{cluster}} Redis' },
        ],
      },
      {
        title: 'Requests that MLflow fails',
        unit: 'reqps',
        queries: [
          {
            expr: `sum by (cluster, status) (rate(mlflow_http_request_total{${own}, status=~"5.."}[5m]))`,
            legend: '{{cluster}} {{status}}',
          },
        ],
      },
    ],
    [
      {
        title: 'Sessions of PostgreSQL',
        unit: 'short',
        queries: [
          {
            expr: `sum by (cluster, datname) (pg_stat_database_numbackends{${own}})`,
            legend: '{{cluster}} {{datname}}',
          },
        ],
      },
      {
        title: 'Alerts that fire',
        kind: 'table',
        unit: 'short',
        queries: [
          {
            expr: 'sum by (alertname, severity) (ALERTS{alertname=~"CallCenter.*", alertstate="firing"})',
            legend: '{{alertname}}',
          },
        ],
      },
    ],
  ],
};
