import type { Dashboard, Panel } from './panel.ts';

/** What pods use of what they may, and what nodes have left. */
export const resourcesDashboard: Dashboard = {
  uid: 'plainsail-resources',
  title: 'CPU and memory',
  rows: [
    [
      {
        title: 'CPU by pod',
        unit: 'cores',
        queries: [{
          expr: 'sum by (cluster, namespace, pod) (rate(container_cpu_usage_seconds_total{container!=""}[5m]))',
          legend: '{{cluster}} {{namespace}}/{{pod}}',
        }],
      },
      {
        title: 'Memory by pod',
        unit: 'bytes',
        queries: [{
          expr: 'sum by (cluster, namespace, pod) (container_memory_working_set_bytes{container!=""})',
          legend: '{{cluster}} {{namespace}}/{{pod}}',
        }],
      },
    ],
    [
      ofLimit('CPU of its limit', 'cpu', 'sum by (cluster, namespace, pod) (rate(container_cpu_usage_seconds_total{container!=""}[5m]))'),
      ofLimit('Memory of its limit', 'memory', 'sum by (cluster, namespace, pod) (container_memory_working_set_bytes{container!=""})'),
    ],
    [
      {
        title: 'CPU by node',
        unit: 'percentunit',
        queries: [{
          expr: 'sum by (cluster, node) (rate(container_cpu_usage_seconds_total{id="/"}[5m])) / sum by (cluster, node) (machine_cpu_cores)',
          legend: '{{cluster}} {{node}}',
        }],
      },
      {
        title: 'Memory by node',
        unit: 'percentunit',
        queries: [{
          expr: 'sum by (cluster, node) (container_memory_working_set_bytes{id="/"}) / sum by (cluster, node) (machine_memory_bytes)',
          legend: '{{cluster}} {{node}}',
        }],
      },
      {
        title: 'Disk by node',
        unit: 'percentunit',
        queries: [{
          expr: 'max by (cluster, node) (container_fs_usage_bytes{id="/"} / (container_fs_limit_bytes{id="/"} > 0))',
          legend: '{{cluster}} {{node}}',
        }],
      },
    ],
    [
      {
        title: 'Restarts in the last hour',
        unit: 'short',
        queries: [{
          expr: 'sum by (cluster, namespace, pod) (increase(kube_pod_container_status_restarts_total[1h])) > 0',
          legend: '{{cluster}} {{namespace}}/{{pod}}',
        }],
      },
      {
        title: 'Pods by node',
        unit: 'short',
        queries: [{ expr: 'max by (cluster, node) (kubelet_running_pods)', legend: '{{cluster}} {{node}}' }],
      },
    ],
  ],
};

function ofLimit(title: string, resource: 'cpu' | 'memory', used: string): Panel {
  return {
    title,
    unit: 'percentunit',
    queries: [{
      expr: `${used} / sum by (cluster, namespace, pod) (kube_pod_container_resource_limits{resource="${resource}"})`,
      legend: '{{cluster}} {{namespace}}/{{pod}}',
    }],
  };
}
