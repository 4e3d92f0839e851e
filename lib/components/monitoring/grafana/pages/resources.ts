import type { Dashboard, Panel, PanelUnit } from '../../../../model/panel.ts';

const pods = 'sum by (cluster, namespace, pod)';
const nodes = 'sum by (cluster, node)';
const cpuOfPods = `${pods} (rate(container_cpu_usage_seconds_total{container!=""}[5m]))`;
const memoryOfPods = `${pods} (container_memory_working_set_bytes{container!=""})`;
const cpuOfNodes = `${nodes} (rate(container_cpu_usage_seconds_total{id="/"}[5m]))`;
const memoryOfNodes = `${nodes} (container_memory_working_set_bytes{id="/"})`;

/** What pods use of what they may, and what nodes have left. */
export const resourcesDashboard: Dashboard = {
  uid: 'plainsail-resources',
  title: 'CPU and memory',
  rows: [
    [ofPods('CPU by pod', 'cores', cpuOfPods), ofPods('Memory by pod', 'bytes', memoryOfPods)],
    [
      ofPods('CPU of its limit', 'percentunit', `${cpuOfPods} / ${limits('cpu')}`),
      ofPods('Memory of its limit', 'percentunit', `${memoryOfPods} / ${limits('memory')}`),
    ],
    [
      ofNodes('CPU by node', 'percentunit', `${cpuOfNodes} / ${nodes} (machine_cpu_cores)`),
      ofNodes('Memory by node', 'percentunit', `${memoryOfNodes} / ${nodes} (machine_memory_bytes)`),
      ofNodes(
        'Disk by node',
        'percentunit',
        'max by (cluster, node) (container_fs_usage_bytes{id="/"} / (container_fs_limit_bytes{id="/"} > 0))',
      ),
    ],
    [
      ofPods(
        'Restarts in the last hour',
        'short',
        `${pods} (increase(kube_pod_container_status_restarts_total[1h])) > 0`,
      ),
      ofNodes('Pods by node', 'short', 'max by (cluster, node) (kubelet_running_pods)'),
    ],
  ],
};

function limits(resource: 'cpu' | 'memory'): string {
  return `${pods} (kube_pod_container_resource_limits{resource="${resource}"})`;
}

function ofPods(title: string, unit: PanelUnit, expr: string): Panel {
  return { title, unit, queries: [{ expr, legend: '{{cluster}} {{namespace}}/{{pod}}' }] };
}

function ofNodes(title: string, unit: PanelUnit, expr: string): Panel {
  return { title, unit, queries: [{ expr, legend: '{{cluster}} {{node}}' }] };
}
