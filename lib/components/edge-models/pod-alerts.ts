import type { AlertTemplates } from '../../model/alert.ts';

const byContainer = 'by (cluster, namespace, pod, container)';

/** What can be wrong with their pods. https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics */
export const podAlerts = {
  ModelPodNotRunning: {
    // What is left of an evicted pod stays until somebody deletes it, while another one has taken its place: that is news
    // for half an hour, and then no reason to act again.
    expr: () => lines(`${inPhase('Pending|Unknown|Failed')} == 1`, `unless ${inPhase('Failed', ' offset 30m')} == 1`),
    for: '2m',
    severity: 'critical',
    summary: 'Pod {{ $labels.pod }} of a model on {{ $labels.cluster }} is {{ $labels.phase }}, not running.',
    runbook:
      'Describe the pod with kubectl: no room on the node, an image that cannot be pulled, a Secret missing, evicted.',
  },

  ModelPodFrequentRestarts: {
    // Restarts within 15 minutes, which are 900 seconds.
    threshold: 0.1,
    expr: restarts =>
      lines(
        `max ${byContainer} (rate(kube_pod_container_status_restarts_total{component="edge-models"}[15m])) * 900`,
        `> ${restarts}`,
      ),
    for: '5m',
    severity: 'warning',
    summary: 'Pod {{ $labels.pod }} on {{ $labels.cluster }} restarted {{ $value | printf "%.1f" }} times in 15 min.',
    runbook: 'Read the last words of the container that ended: kubectl logs --previous.',
  },

  ModelPodOOMKilled: {
    // The reason stays for as long as the pod lives, so only a recent end makes it news: ten minutes are 600 seconds. Not
    // the number of restarts, which is 1 already when a pod is seen for the first time after it was killed.
    expr: () =>
      lines(
        `max ${byContainer} (`,
        `  kube_pod_container_status_last_terminated_reason{component="edge-models", reason="OOMKilled"}`,
        ') == 1',
        `and max ${byContainer} (`,
        `  kube_pod_container_status_last_terminated_timestamp{component="edge-models"}`,
        ') > time() - 600',
      ),
    for: '1m',
    severity: 'critical',
    summary: 'Pod {{ $labels.pod }} on {{ $labels.cluster }} was killed for using more memory than its limit.',
    runbook: "Raise 'memoryLimit' of the model in its environment's file, or look for a leak in its memory panel.",
  },

  ModelHighCPUUsage: {
    // Share of the limit.
    threshold: 0.8,
    expr: share =>
      lines(
        `sum ${byContainer} (`,
        `  rate(container_cpu_usage_seconds_total{component="edge-models", container!=""}[5m])`,
        `) / ${limit('cpu')} > ${share}`,
      ),
    for: '5m',
    severity: 'warning',
    summary: 'Pod {{ $labels.pod }} on {{ $labels.cluster }} uses {{ $value | humanizePercentage }} of its CPU.',
    runbook: "Let the model scale out ('autoscaling') or raise its 'cpuLimit' in its environment's file.",
  },

  ModelHighMemoryUsage: {
    // Share of the limit.
    threshold: 0.9,
    expr: share =>
      lines(
        `max ${byContainer} (`,
        `  container_memory_working_set_bytes{component="edge-models", container!=""}`,
        `) / ${limit('memory')} > ${share}`,
      ),
    for: '5m',
    severity: 'warning',
    summary: 'Pod {{ $labels.pod }} on {{ $labels.cluster }} uses {{ $value | humanizePercentage }} of its memory.',
    runbook: "Raise 'memoryLimit' of the model in its environment's file before it is killed.",
  },
} as const satisfies AlertTemplates;

function inPhase(phases: string, offset = ''): string {
  return `max by (cluster, namespace, pod, phase) (kube_pod_status_phase{component="edge-models", phase=~"${phases}"}${offset})`;
}

function limit(resource: 'cpu' | 'memory'): string {
  return lines(
    `max ${byContainer} (`,
    `  kube_pod_container_resource_limits{component="edge-models", resource="${resource}"}`,
    ')',
  );
}

function lines(...text: string[]): string {
  return text.join('\n');
}
