import type { AlertCase } from './alert-case.ts';

const gpu = 'cluster="near", Hostname="gpu-1", gpu="0", modelName="NVIDIA L4", UUID="GPU-1"';
const held = `${gpu}, namespace="ada-prod", pod="ml-inference-1", container="ml-inference"`;
const labels = { cluster: 'near', Hostname: 'gpu-1', gpu: '0', modelName: 'NVIDIA L4', severity: 'warning' };
const pod = 'cluster="near", namespace="ada-prod", pod="ml-inference-1"';
const other = 'cluster="near", namespace="ada-prod", pod="other"';

/** Alerts about GPUs, which are there where a cluster runs the DCGM exporter. */
export const gpuCases: readonly AlertCase[] = [
  {
    alert: 'GPUIdle',
    series: { [`DCGM_FI_DEV_GPU_UTIL{${held}}`]: '80x10 5x30 90x30' },
    quiet: [8, 20, 60],
    fires: [30, 38],
    labels,
  },
  {
    // Nine parts of ten that are used are no nine times as much as is free.
    alert: 'GPUMemoryHigh',
    series: {
      [`DCGM_FI_DEV_FB_USED{${held}}`]: '12000x10 21500x20 12000x20',
      [`DCGM_FI_DEV_FB_FREE{${held}}`]: '11000x10 1500x20 11000x20',
    },
    quiet: [8, 13, 40],
    fires: [18, 30],
    labels,
  },
  {
    // Another pod waits, but for no GPU.
    alert: 'GPUPodPending',
    series: {
      [`kube_pod_status_phase{${pod}, phase="Pending"}`]: '1x20 0x20',
      [`kube_pod_status_phase{${pod}, phase="Running"}`]: '0x20 1x20',
      [`kube_pod_container_resource_requests{${pod}, container="ml-inference", resource="nvidia_com_gpu"}`]: '1x40',
      [`kube_pod_status_phase{${other}, phase="Pending"}`]: '1x40',
      [`kube_pod_container_resource_requests{${other}, container="other", resource="cpu"}`]: '1x40',
    },
    quiet: [5, 25],
    fires: [12, 20],
    labels: { cluster: 'near', namespace: 'ada-prod', pod: 'ml-inference-1', severity: 'warning' },
  },
];
