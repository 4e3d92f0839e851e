import type { Emitter, Metric } from '../../../model/metric.ts';

/** What containers use, as the kubelet of each node measures it. */
export const cadvisor: Emitter = {
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
export const kubelet: Emitter = {
  name: 'kubelet',
  version: '1.33',
  emitsTooMuch: true,
  metrics: {
    kubelet_running_pods: gauge(),
  },
};

/** What an API server says of itself. */
export const kubeApiserver: Emitter = {
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

/** Programs of a cluster itself, by the name of the job that reads them. */
export const clusterPrograms = {
  'kubernetes-apiservers': kubeApiserver,
  'kubernetes-cadvisor': cadvisor,
  'kubernetes-kubelet': kubelet,
} as const;
