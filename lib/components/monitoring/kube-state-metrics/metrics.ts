import type { Emitter, Metric } from '../../../model/metric.ts';

/**
 * What the objects of a cluster look like to its API server.
 * https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics
 */
export const objectMetrics: Emitter = {
  name: 'kube-state-metrics',
  version: '2.20',
  emitsTooMuch: true,
  speaksForOthers: true,
  metrics: {
    kube_deployment_spec_replicas: gauge('deployment', 'namespace'),
    kube_deployment_status_replicas_available: gauge('deployment', 'namespace'),
    kube_pod_container_resource_limits: gauge('container', 'namespace', 'node', 'pod', 'resource', 'uid', 'unit'),
    kube_pod_container_resource_requests: gauge('container', 'namespace', 'node', 'pod', 'resource', 'uid', 'unit'),
    kube_pod_container_status_last_terminated_reason: gauge('container', 'namespace', 'pod', 'reason', 'uid'),
    kube_pod_container_status_last_terminated_timestamp: gauge('container', 'namespace', 'pod', 'uid'),
    kube_pod_container_status_restarts_total: counter('container', 'namespace', 'pod', 'uid'),
    kube_pod_info: gauge('created_by_kind', 'created_by_name', 'namespace', 'node', 'pod', 'uid'),
    kube_pod_status_phase: {
      ...gauge('namespace', 'phase', 'pod', 'uid'),
      values: { phase: ['Failed', 'Pending', 'Running', 'Succeeded', 'Unknown'] },
    },
    kube_pod_status_ready: {
      ...gauge('condition', 'namespace', 'pod', 'uid'),
      values: { condition: ['false', 'true', 'unknown'] },
    },
    kube_statefulset_replicas: gauge('namespace', 'statefulset'),
    kube_statefulset_status_replicas_ready: gauge('namespace', 'statefulset'),
  },
};

function gauge(...labels: string[]): Metric {
  return { type: 'gauge', labels };
}

function counter(...labels: string[]): Metric {
  return { type: 'counter', labels };
}
