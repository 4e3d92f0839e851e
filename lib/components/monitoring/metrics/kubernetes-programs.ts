import type { Metric, Program } from './program.ts';

/** What the objects of a cluster look like to its API server. */
export const kubeStateMetrics: Program = {
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
    kube_pod_container_status_restarts_total: counter('container', 'namespace', 'pod', 'uid'),
    kube_pod_info: gauge('created_by_kind', 'created_by_name', 'namespace', 'node', 'pod', 'uid'),
    kube_pod_status_phase: gauge('namespace', 'phase', 'pod', 'uid'),
    kube_statefulset_replicas: gauge('namespace', 'statefulset'),
    kube_statefulset_status_replicas_ready: gauge('namespace', 'statefulset'),
  },
};

/** What containers use, as the kubelet of each node measures it. */
export const cadvisor: Program = {
  name: 'cAdvisor',
  version: '0.56',
  emitsTooMuch: true,
  metrics: {
    container_cpu_usage_seconds_total: counter('container', 'id', 'image', 'name', 'namespace', 'pod'),
    container_fs_limit_bytes: gauge('container', 'device', 'id', 'image', 'name', 'namespace', 'pod'),
    container_fs_usage_bytes: gauge('container', 'device', 'id', 'image', 'name', 'namespace', 'pod'),
    container_memory_working_set_bytes: gauge('container', 'id', 'image', 'name', 'namespace', 'pod'),
    machine_cpu_cores: gauge('machine_id', 'system_uuid'),
    machine_memory_bytes: gauge('machine_id', 'system_uuid'),
  },
};

/** What a node's kubelet says of itself. */
export const kubelet: Program = {
  name: 'kubelet',
  version: '1.33',
  emitsTooMuch: true,
  metrics: {
    kubelet_running_pods: gauge(),
  },
};

/** What an API server says of itself. */
export const kubeApiserver: Program = {
  name: 'kube-apiserver',
  version: '1.36',
  emitsTooMuch: true,
  metrics: {
    apiserver_request_total: counter('code', 'component', 'group', 'resource', 'scope', 'subresource', 'verb'),
  },
};

function gauge(...labels: string[]): Metric {
  return { type: 'gauge', labels };
}

function counter(...labels: string[]): Metric {
  return { type: 'counter', labels };
}
