import type { Dashboard, Panel, PanelUnit } from '../../../model/panel.ts';

const own = 'component="callcenter"';
const byPod = 'sum by (cluster, namespace, pod)';
const cpu = `${byPod} (rate(container_cpu_usage_seconds_total{${own}, container!=""}[5m]))`;
const memory = `${byPod} (container_memory_working_set_bytes{${own}, container!=""})`;

/** What its pods use of what they may. */
export const resourcesPage: Dashboard = {
  uid: 'callcenter-resources',
  title: 'CallCenter AI: resource utilization',
  rows: [
    [ofPods('CPU by pod', 'cores', cpu), ofPods('Memory by pod', 'bytes', memory)],
    [
      ofPods('CPU of its limit', 'percentunit', `${cpu} / ${limits('cpu')}`),
      ofPods('Memory of its limit', 'percentunit', `${memory} / ${limits('memory')}`),
    ],
    [
      panel('Pods by service', 'short', `count by (cluster, service) (up{${own}})`, '{{cluster}} {{service}}'),
      panel(
        'Memory of Redis of its most',
        'percentunit',
        `max by (cluster) (redis_memory_used_bytes{${own}}) / max by (cluster) (redis_memory_max_bytes{${own}})`,
        '{{cluster}}',
      ),
      panel(
        'Size of the database',
        'bytes',
        `max by (cluster, datname) (pg_database_size_bytes{${own}})`,
        '{{cluster}} {{datname}}',
      ),
    ],
  ],
};

function limits(resource: 'cpu' | 'memory'): string {
  return `${byPod} (kube_pod_container_resource_limits{${own}, resource="${resource}"})`;
}

function ofPods(title: string, unit: PanelUnit, expr: string): Panel {
  return panel(title, unit, expr, '{{cluster}} {{namespace}}/{{pod}}');
}

function panel(title: string, unit: PanelUnit, expr: string, legend: string): Panel {
  return { title, unit, queries: [{ expr, legend }] };
}
