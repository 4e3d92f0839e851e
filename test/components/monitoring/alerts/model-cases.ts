import type { AlertCase } from './alert-case.ts';

const container = 'cluster="far", component="edge-models", namespace="ml-apps", pod="iris-0", container="iris"';
const pod = 'cluster="far", component="edge-models", namespace="ml-apps", pod="iris-0"';
const labels = { cluster: 'far', namespace: 'ml-apps', pod: 'iris-0', container: 'iris', severity: 'warning' };

/** Alerts about the pods of models. */
export const modelCases: readonly AlertCase[] = [
  {
    alert: 'ModelPodNotRunning',
    series: {
      [`kube_pod_status_phase{${pod}, uid="1", phase="Pending"}`]: '0x4 1x10 0x20',
      [`kube_pod_status_phase{${pod}, uid="1", phase="Running"}`]: '1x4 0x10 1x20',
      'kube_pod_status_phase{cluster="near", component="other", namespace="other", pod="other-0", uid="2", phase="Failed"}':
        '1x40',
    },
    quiet: [4, 6, 20],
    fires: [7, 15],
    labels: { cluster: 'far', namespace: 'ml-apps', pod: 'iris-0', phase: 'Pending', severity: 'critical' },
  },
  {
    // What is left of an evicted pod: whoever leaves it lying is not told of it again.
    alert: 'ModelPodNotRunning',
    series: { [`kube_pod_status_phase{${pod}, uid="1", phase="Failed"}`]: '0x4 1x1440' },
    quiet: [4, 6, 36, 1000],
    fires: [7, 34],
    labels: { cluster: 'far', namespace: 'ml-apps', pod: 'iris-0', phase: 'Failed', severity: 'critical' },
  },
  {
    alert: 'ModelPodFrequentRestarts',
    series: { [`kube_pod_container_status_restarts_total{${container}, uid="1"}`]: '0x9 1x50' },
    quiet: [9, 14, 30],
    fires: [16, 22],
    labels,
  },
  {
    alert: 'ModelPodOOMKilled',
    series: {
      // It was killed in its ninth minute, before anybody saw it.
      [`kube_pod_container_status_last_terminated_reason{${container}, reason="OOMKilled", uid="1"}`]: '_x9 1x60',
      [`kube_pod_container_status_last_terminated_timestamp{${container}, uid="1"}`]: '_x9 540x60',
      [`kube_pod_container_status_restarts_total{${container}, uid="1"}`]: '_x9 1x60',
    },
    quiet: [8, 9, 25],
    fires: [12, 17],
    labels: { ...labels, severity: 'critical' },
  },
  {
    alert: 'ModelHighCPUUsage',
    series: {
      // Half a core may be used: 0.3 of one for ten minutes, then 0.45, then 0.3 again.
      [`container_cpu_usage_seconds_total{${container}, id="/kubepods/x"}`]: '0+18x10 207+27x20 738+18x30',
      [`container_cpu_usage_seconds_total{${pod}, container="", id="/kubepods"}`]: '0+60x60',
      [`kube_pod_container_resource_limits{${container}, resource="cpu", unit="core", uid="1"}`]: '0.5x60',
      [`kube_pod_container_resource_limits{${container}, resource="memory", unit="byte", uid="1"}`]: '100x60',
    },
    quiet: [10, 16, 45],
    fires: [25, 30],
    labels,
  },
  {
    alert: 'ModelHighMemoryUsage',
    series: {
      [`container_memory_working_set_bytes{${container}, id="/kubepods/x"}`]: '80x4 95x10 80x20',
      [`kube_pod_container_resource_limits{${container}, resource="cpu", unit="core", uid="1"}`]: '0.5x40',
      [`kube_pod_container_resource_limits{${container}, resource="memory", unit="byte", uid="1"}`]: '100x40',
    },
    quiet: [4, 9, 16],
    fires: [10, 15],
    labels,
  },
];
