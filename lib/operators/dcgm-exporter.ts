import { withRunbooks } from '../model/runbook-pages.ts';
import type { AlertTemplates } from '../model/alert.ts';
import type { Emitter, Metric } from '../model/metric.ts';
import { gpuRunbooks } from './runbooks.ts';

/**
 * What it says of each GPU, and of the pod that has it.
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/etc/default-counters.csv
 */
export const gpuMetrics: Emitter = {
  name: 'DCGM exporter',
  version: '4.5',
  emitsTooMuch: true,
  speaksForOthers: true,
  metrics: {
    DCGM_FI_DEV_FB_FREE: gauge(),
    DCGM_FI_DEV_FB_USED: gauge(),
    DCGM_FI_DEV_GPU_TEMP: gauge(),
    DCGM_FI_DEV_GPU_UTIL: gauge(),
    DCGM_FI_DEV_MEM_COPY_UTIL: gauge(),
    DCGM_FI_DEV_POWER_USAGE: gauge(),
  },
};

const ofGpu = 'by (cluster, Hostname, gpu, modelName)';

/** What is wrong when GPUs are paid for and not used, full, or not to be had. */
const templates = {
  GPUIdle: {
    // Percent of the time.
    threshold: 30,
    expr: percent => `max ${ofGpu} (avg_over_time(DCGM_FI_DEV_GPU_UTIL[5m])) < ${percent}`,
    for: '10m',
    severity: 'warning',
    summary: 'GPU {{ $labels.gpu }} of {{ $labels.Hostname }} works {{ $value | printf "%.0f" }} % of the time.',
    runbook: 'Let fewer pods have one, let several share one, or take the node away.',
  },

  GPUMemoryHigh: {
    // Share of what pods can use of it: what is used and what is free.
    threshold: 0.9,
    expr: share =>
      [
        `max ${ofGpu} (DCGM_FI_DEV_FB_USED)`,
        `/ (max ${ofGpu} (DCGM_FI_DEV_FB_USED) + max ${ofGpu} (DCGM_FI_DEV_FB_FREE)) > ${share}`,
      ].join('\n'),
    for: '5m',
    severity: 'warning',
    summary: 'The memory of GPU {{ $labels.gpu }} of {{ $labels.Hostname }} is {{ $value | humanizePercentage }} full.',
    runbook: 'Let the model take smaller batches, or give it a GPU with more memory.',
  },

  GPUPodPending: {
    expr: () =>
      [
        'max by (cluster, namespace, pod) (kube_pod_status_phase{phase="Pending"}) == 1',
        'and on (cluster, namespace, pod)',
        '  kube_pod_container_resource_requests{resource=~"nvidia_com_.*"} > 0',
      ].join('\n'),
    for: '10m',
    severity: 'warning',
    summary: 'Pod {{ $labels.namespace }}/{{ $labels.pod }} has waited ten minutes for a GPU.',
    runbook: 'Describe the pod with kubectl: all GPUs of its model are taken, or their nodes cannot be had.',
  },
} as const satisfies AlertTemplates;

/** The same, each with its page. */
export const gpuAlerts = withRunbooks(templates, gpuRunbooks);

function gauge(): Metric {
  return {
    type: 'gauge',
    labels: [
      'DCGM_FI_DRIVER_VERSION',
      'Hostname',
      'UUID',
      'container',
      'device',
      'gpu',
      'modelName',
      'namespace',
      'pod',
    ],
  };
}
