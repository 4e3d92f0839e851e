import type { Dashboard, Panel } from '../../model/panel.ts';
import { ownHandlers, tenantJob } from './inference-metrics.ts';

const chosen = 'tenant=~"$tenant"';
const asked = `job="${tenantJob}", ${chosen}, handler!~"${ownHandlers}"`;

/** How the services of tenants answer, and what they use: of all tenants, or of those that are chosen. */
export const tenantsDashboard: Dashboard = {
  uid: 'ml-inference-dashboard',
  title: 'ML Inference Service - Multi-Tenant Dashboard',
  tags: ['ml-inference', 'monitoring'],
  refresh: '10s',
  range: '1h',
  variables: [{ name: 'tenant', title: 'Tenant', series: `up{job="${tenantJob}"}`, label: 'tenant' }],
  rows: [
    [
      {
        title: 'Request rate per tenant',
        unit: 'reqps',
        queries: [{ expr: `sum by (tenant) (rate(http_requests_total{${asked}}[5m]))`, legend: '{{tenant}}' }],
      },
      {
        title: 'Latency, p95 and p50',
        unit: 's',
        colors: steps(1, 5),
        queries: [0.95, 0.5].map(quantile => ({
          expr: `histogram_quantile(${quantile}, sum by (tenant, le) (rate(http_request_duration_seconds_bucket{${asked}}[5m])))`,
          legend: `{{tenant}} ${quantile * 100} %`,
        })),
      },
    ],
    [
      podCount('Running pods', `kube_pod_status_phase{${chosen}, phase="Running"}`),
      podCount('Ready pods', `kube_pod_status_ready{${chosen}, condition="true"}`),
      {
        title: 'Restarts',
        kind: 'stat',
        unit: 'short',
        colors: steps(1, 3),
        queries: [
          {
            expr: `sum by (tenant) (kube_pod_container_status_restarts_total{${chosen}})`,
            legend: '{{tenant}}',
          },
        ],
      },
      {
        title: 'CPU of its limit, on average',
        kind: 'stat',
        unit: 'percentunit',
        colors: steps(0.7, 0.9),
        queries: [{ expr: cpuShare('by (tenant)'), legend: '{{tenant}}' }],
      },
    ],
    [
      {
        title: 'Memory by pod',
        unit: 'bytes',
        queries: [
          {
            expr: `sum by (tenant, pod) (container_memory_working_set_bytes{${chosen}, container!=""})`,
            legend: '{{tenant}} {{pod}}',
          },
        ],
      },
      {
        title: 'CPU of its limit, by pod',
        unit: 'percentunit',
        queries: [{ expr: cpuShare('by (tenant, pod)'), legend: '{{tenant}} {{pod}}' }],
      },
    ],
  ],
};

/** Values, not series: a pod in another phase has a series too, which says 0. */
function podCount(title: string, selector: string): Panel {
  const colors = [{ color: 'red' }, { from: 1, color: 'green' }] as const;
  return {
    title,
    kind: 'stat',
    unit: 'short',
    colors,
    queries: [{ expr: `sum by (tenant) (${selector})`, legend: '{{tenant}}' }],
  };
}

function steps(warning: number, critical: number): Panel['colors'] {
  return [{ color: 'green' }, { from: warning, color: 'yellow' }, { from: critical, color: 'red' }];
}

function cpuShare(by: string): string {
  return [
    `sum ${by} (rate(container_cpu_usage_seconds_total{${chosen}, container!=""}[5m]))`,
    `/ sum ${by} (kube_pod_container_resource_limits{${chosen}, resource="cpu"})`,
  ].join('\n');
}
