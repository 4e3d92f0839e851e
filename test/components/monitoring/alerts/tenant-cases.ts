import type { AlertCase } from './alert-case.ts';

const tenant = 'cluster="near", namespace="tenant-a", component="tenant-a", tenant="tenant-a"';
const pod = `${tenant}, pod="ml-inference-0"`;
const container = `${pod}, container="ml-inference"`;
const served = `${pod}, job="tenant-inference", service="ml-inference"`;
const asked = `${served}, handler="/predict", method="POST"`;
const other = 'cluster="near", namespace="mlflow", component="mlflow", pod="mlflow-0"';
const ofTenant = { cluster: 'near', namespace: 'tenant-a', tenant: 'tenant-a', severity: 'warning' } as const;
const labels = { ...ofTenant, pod: 'ml-inference-0' } as const;

/** Alerts about the services of tenants. */
export const tenantCases: readonly AlertCase[] = [
  {
    alert: 'TenantHighLatency',
    series: {
      // From its tenth minute on, one answer of ten takes between five and ten seconds; it recovers after twenty.
      [`http_request_duration_seconds_bucket{${asked}, le="1"}`]: '0+60x9 540+54x20 1674+60x30',
      [`http_request_duration_seconds_bucket{${asked}, le="5"}`]: '0+60x9 540+54x20 1674+60x30',
      [`http_request_duration_seconds_bucket{${asked}, le="10"}`]: '0+60x60',
      [`http_request_duration_seconds_bucket{${asked}, le="+Inf"}`]: '0+60x60',
      // Those who ask how it is are answered at once, and are many.
      [`http_request_duration_seconds_bucket{${served}, handler="/health", method="GET", le="1"}`]: '0+6000x60',
      [`http_request_duration_seconds_bucket{${served}, handler="/health", method="GET", le="+Inf"}`]: '0+6000x60',
    },
    quiet: [9, 11, 40],
    fires: [18, 29],
    labels: ofTenant,
  },
  {
    alert: 'TenantHighErrorRate',
    series: {
      [`http_requests_total{${asked}, status="2xx"}`]: '0+90x60',
      [`http_requests_total{${asked}, status="4xx"}`]: '0+90x60',
      [`http_requests_total{${asked}, status="5xx"}`]: '0x9 20+20x30 620x30',
      [`http_requests_total{${served}, handler="/ready", method="GET", status="5xx"}`]: '0+90x60',
    },
    quiet: [9, 13, 50],
    fires: [20, 38],
    labels,
  },
  {
    alert: 'TenantModelNotLoaded',
    series: { [`model_loaded{${served}}`]: '1x4 0x10 1x20', [`vectorizer_loaded{${served}}`]: '1x40' },
    quiet: [4, 20],
    fires: [7, 14],
    labels: { ...labels, severity: 'critical' },
  },
  {
    alert: 'TenantVectorizerNotLoaded',
    series: { [`vectorizer_loaded{${served}}`]: '1x4 0x10 1x20', [`model_loaded{${served}}`]: '1x40' },
    quiet: [4, 20],
    fires: [7, 14],
    labels: { ...labels, severity: 'critical' },
  },
  {
    alert: 'TenantPodRestarts',
    series: {
      // As the kubelet starts a container that ends at once: after 10, 20, 40, 80 and 160 seconds.
      [`kube_pod_container_status_restarts_total{${container}, uid="1"}`]: '0x9 2 3 4 4 4 5x40',
      [`kube_pod_container_status_restarts_total{${other}, container="mlflow", uid="2"}`]: '0+9x60',
    },
    quiet: [9, 10, 30],
    fires: [14, 18],
    labels: { ...labels, severity: 'critical' },
  },
  {
    alert: 'TenantPodNotReady',
    series: {
      [`kube_pod_status_ready{${pod}, uid="1", condition="true"}`]: '1x4 0x20 1x20',
      [`kube_pod_status_ready{${pod}, uid="1", condition="false"}`]: '0x4 1x20 0x20',
      [`kube_pod_status_ready{${pod}, uid="1", condition="unknown"}`]: '0x50',
      [`kube_pod_status_phase{${pod}, uid="1", phase="Failed"}`]: '0x50',
      // What is left of an evicted pod.
      [`kube_pod_status_ready{${tenant}, pod="ml-inference-1", uid="3", condition="false"}`]: '1x50',
      [`kube_pod_status_phase{${tenant}, pod="ml-inference-1", uid="3", phase="Failed"}`]: '1x50',
      [`kube_pod_status_ready{${other}, uid="2", condition="false"}`]: '1x50',
    },
    quiet: [4, 9, 30],
    fires: [11, 24],
    labels,
  },
  {
    alert: 'TenantHighCPU',
    series: {
      // Half a core may be used: 0.3 of one for ten minutes, then 0.45 for half an hour, then 0.3 again.
      [`container_cpu_usage_seconds_total{${container}, id="/kubepods/x"}`]: '0+18x10 207+27x30 1008+18x30',
      [`container_cpu_usage_seconds_total{${pod}, container="", id="/kubepods"}`]: '0+60x80',
      [`kube_pod_container_resource_limits{${container}, resource="cpu", unit="core", uid="1"}`]: '0.5x80',
      [`kube_pod_container_resource_limits{${container}, resource="memory", unit="byte", uid="1"}`]: '100x80',
    },
    quiet: [10, 20, 60],
    fires: [30, 40],
    labels,
  },
  {
    alert: 'TenantHighMemory',
    series: {
      [`container_memory_working_set_bytes{${container}, id="/kubepods/x"}`]: '80x4 95x20 80x20',
      [`container_memory_working_set_bytes{${pod}, container="", id="/kubepods"}`]: '190x50',
      [`kube_pod_container_resource_limits{${container}, resource="cpu", unit="core", uid="1"}`]: '0.5x50',
      [`kube_pod_container_resource_limits{${container}, resource="memory", unit="byte", uid="1"}`]: '100x50',
    },
    quiet: [4, 9, 30],
    fires: [11, 23],
    labels: { ...labels, severity: 'critical' },
  },
];
