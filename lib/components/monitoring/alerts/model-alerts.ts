import type { AlertTemplates } from './alert-template.ts';

/** What can be wrong with the pods of models. Conditions and times: requirements 003-M10 to M14. */
export const modelAlerts = {
  ModelPodNotRunning: {
    expr: ({ modelNamespace }) => (
      `max by (cluster, namespace, pod, phase) (kube_pod_status_phase{namespace="${modelNamespace}", phase=~"Pending|Unknown|Failed"}) == 1`
    ),
    for: '2m',
    severity: 'critical',
    summary: 'Pod {{ $labels.pod }} of a model on {{ $labels.cluster }} is {{ $labels.phase }}, not running.',
    runbook: 'kubectl -n {{ $labels.namespace }} describe pod {{ $labels.pod }} shows why: no room on the node, an image that cannot be pulled, or a Secret that is missing.',
  },

  ModelPodFrequentRestarts: {
    // Restarts within 15 minutes.
    threshold: 0.1,
    expr: ({ modelNamespace }, restarts) => (
      `max by (cluster, namespace, pod, container) (rate(kube_pod_container_status_restarts_total{namespace="${modelNamespace}"}[15m])) * 900 > ${restarts}`
    ),
    for: '5m',
    severity: 'warning',
    summary: 'Pod {{ $labels.pod }} on {{ $labels.cluster }} restarts {{ $value | printf "%.1f" }} times in 15 minutes.',
    runbook: 'kubectl -n {{ $labels.namespace }} logs {{ $labels.pod }} --previous shows the last words of the container that ended.',
  },

  ModelPodOOMKilled: {
    // The reason stays for as long as the pod lives, so only a recent restart makes it news.
    expr: ({ modelNamespace }) => [
      `max by (cluster, namespace, pod, container) (kube_pod_container_status_last_terminated_reason{namespace="${modelNamespace}", reason="OOMKilled"}) == 1`,
      `and max by (cluster, namespace, pod, container) (increase(kube_pod_container_status_restarts_total{namespace="${modelNamespace}"}[10m])) > 0`,
    ].join('\n'),
    for: '1m',
    severity: 'critical',
    summary: 'Pod {{ $labels.pod }} on {{ $labels.cluster }} was killed because it used more memory than its limit.',
    runbook: "Raise 'memoryLimit' of the model in the environment's file under overlays/, or look for a leak in the panel of its memory.",
  },

  ModelHighCPUUsage: {
    // Share of the limit.
    threshold: 0.8,
    expr: ({ modelNamespace }, share) => [
      `sum by (cluster, namespace, pod, container) (rate(container_cpu_usage_seconds_total{namespace="${modelNamespace}", container!=""}[5m]))`,
      `/ max by (cluster, namespace, pod, container) (kube_pod_container_resource_limits{namespace="${modelNamespace}", resource="cpu"})`,
      `> ${share}`,
    ].join('\n'),
    for: '5m',
    severity: 'warning',
    summary: 'Pod {{ $labels.pod }} on {{ $labels.cluster }} uses {{ $value | humanizePercentage }} of its CPU limit.',
    runbook: "Let the model scale out ('autoscaling') or raise its 'cpuLimit' in the environment's file under overlays/.",
  },

  ModelHighMemoryUsage: {
    // Share of the limit.
    threshold: 0.9,
    expr: ({ modelNamespace }, share) => [
      `max by (cluster, namespace, pod, container) (container_memory_working_set_bytes{namespace="${modelNamespace}", container!=""})`,
      `/ max by (cluster, namespace, pod, container) (kube_pod_container_resource_limits{namespace="${modelNamespace}", resource="memory"})`,
      `> ${share}`,
    ].join('\n'),
    for: '5m',
    severity: 'warning',
    summary: 'Pod {{ $labels.pod }} on {{ $labels.cluster }} uses {{ $value | humanizePercentage }} of its memory limit.',
    runbook: "Raise 'memoryLimit' of the model in the environment's file under overlays/ before it is killed.",
  },
} as const satisfies AlertTemplates;
