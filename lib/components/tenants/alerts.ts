import type { AlertTemplates } from '../../model/alert.ts';
import { ownHandlers, tenantJob } from './inference-metrics.ts';

const ofPod = 'by (cluster, namespace, tenant, pod)';
const asked = `job="${tenantJob}", handler!~"${ownHandlers}"`;

/** What can be wrong with the answers of tenants' services. */
export const requestAlerts = {
  TenantHighLatency: {
    // Seconds.
    threshold: 5,
    expr: seconds =>
      lines(
        'histogram_quantile(0.95,',
        `  sum by (cluster, namespace, tenant, le) (rate(http_request_duration_seconds_bucket{${asked}}[5m]))`,
        `) > ${seconds}`,
      ),
    for: '2m',
    severity: 'warning',
    summary: 'One of twenty answers of {{ $labels.tenant }} takes {{ $value | humanizeDuration }} or longer.',
    runbook:
      "Look whether its pods use all of their CPU, and whether the autoscaler is at its most: 'kubectl get hpa'.",
  },

  TenantHighErrorRate: {
    // Share of the requests.
    threshold: 0.05,
    expr: share =>
      lines(
        `sum ${ofPod} (rate(http_requests_total{${asked}, status="5xx"}[5m]))`,
        `/ sum ${ofPod} (rate(http_requests_total{${asked}}[5m])) > ${share}`,
      ),
    for: '5m',
    severity: 'warning',
    summary: 'Pod {{ $labels.pod }} of {{ $labels.tenant }} fails {{ $value | humanizePercentage }} of its requests.',
    runbook: 'Read its log. If a release did it, go back to the previous image in overlays/images.json.',
  },

  TenantModelNotLoaded: {
    expr: () => `max ${ofPod} (model_loaded{job="${tenantJob}"}) == 0`,
    for: '30s',
    severity: 'critical',
    summary: 'Pod {{ $labels.pod }} of {{ $labels.tenant }} runs without its model.',
    runbook: 'Read the first lines of its log: the model is not in the image, or the registry does not have it.',
  },

  TenantVectorizerNotLoaded: {
    expr: () => `max ${ofPod} (vectorizer_loaded{job="${tenantJob}"}) == 0`,
    for: '30s',
    severity: 'critical',
    summary: 'Pod {{ $labels.pod }} of {{ $labels.tenant }} runs without what turns texts into numbers.',
    runbook: 'Read the first lines of its log: it comes with the model, from the image or from the registry.',
  },
} as const satisfies AlertTemplates;

/** What can be wrong with the pods of tenants. https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics */
export const podAlerts = {
  TenantPodRestarts: {
    // Restarts within 10 minutes.
    threshold: 3,
    expr: restarts =>
      `sum ${ofPod} (increase(kube_pod_container_status_restarts_total{tenant!=""}[10m])) > ${restarts}`,
    for: '1m',
    severity: 'critical',
    summary:
      'Pod {{ $labels.pod }} of {{ $labels.tenant }} restarted {{ $value | printf "%.0f" }} times in 10 minutes.',
    runbook: 'Read the last words of the container that ended: kubectl logs --previous.',
  },

  TenantPodNotReady: {
    // What is left of an evicted pod is not ready either, while another one has taken its place.
    expr: () =>
      lines(
        `max ${ofPod} (kube_pod_status_ready{tenant!="", condition=~"false|unknown"}) == 1`,
        `unless max ${ofPod} (kube_pod_status_phase{tenant!="", phase=~"Failed|Succeeded"}) == 1`,
      ),
    for: '5m',
    severity: 'warning',
    summary: 'Pod {{ $labels.pod }} of {{ $labels.tenant }} is not ready.',
    runbook:
      'Describe it with kubectl: its model is not loaded, its image cannot be pulled, or no node has room for it.',
  },

  TenantHighCPU: {
    // Share of the limit.
    threshold: 0.8,
    expr: share =>
      lines(
        `sum ${ofPod} (rate(container_cpu_usage_seconds_total{tenant!="", container!=""}[5m]))`,
        `/ sum ${ofPod} (kube_pod_container_resource_limits{tenant!="", resource="cpu"}) > ${share}`,
      ),
    for: '10m',
    severity: 'warning',
    summary:
      'Pod {{ $labels.pod }} of {{ $labels.tenant }} uses {{ $value | humanizePercentage }} of the CPU it may use.',
    runbook: "Let the service have more pods ('autoscaling.max') or CPU ('cpuLimit'), and its quota with it.",
  },

  TenantHighMemory: {
    // Share of the limit.
    threshold: 0.9,
    expr: share =>
      lines(
        `sum ${ofPod} (container_memory_working_set_bytes{tenant!="", container!=""})`,
        `/ sum ${ofPod} (kube_pod_container_resource_limits{tenant!="", resource="memory"}) > ${share}`,
      ),
    for: '5m',
    severity: 'critical',
    summary: 'Pod {{ $labels.pod }} of {{ $labels.tenant }} uses {{ $value | humanizePercentage }} of its memory.',
    runbook: "Raise 'memoryLimit' in the row of the tenant before it is killed, and its quota with it.",
  },
} as const satisfies AlertTemplates;

function lines(...text: string[]): string {
  return text.join('\n');
}
