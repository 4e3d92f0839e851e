import type { AlertCase } from './alert-case.ts';

const target = {
  cluster: 'near',
  job: 'mlflow',
  namespace: 'mlflow',
  pod: 'mlflow-0',
  service: 'mlflow',
  instance: '10.42.0.5:5000',
};
const alertmanagerUrl = 'http://alertmanager:9093/api/v2/alerts';
const node = 'cluster="near", node="worker", instance="worker", id="/"';
const bridge = 'cluster="near", job="alert-bridge", service="alert-bridge"';
const deployment = 'cluster="near", namespace="mlflow", deployment="mlflow"';
const switchedOff = 'cluster="near", namespace="mlflow", deployment="switched-off"';
const statefulSet = 'cluster="near", namespace="monitoring", statefulset="grafana"';

// Targets are there whether or not they answer.
const targets = { 'up{cluster="near", job="x"}': '1x60', 'up{cluster="far", job="x"}': '0x60' };

/** Alerts about the platform, and about alerts on their way. */
export const platformCases: readonly AlertCase[] = [
  {
    alert: 'TargetDown',
    series: { [`up{${matchers(target)}}`]: '1x4 0x10 1x20' },
    quiet: [4, 9, 16],
    fires: [10, 15],
    labels: { ...target, severity: 'warning' },
  },
  {
    alert: 'EdgeLinkDown',
    series: { 'up{cluster="far", job="edge-federation", instance="far:30850", environment="edge"}': '1x4 0x10 1x20' },
    quiet: [4, 9, 16],
    fires: [10, 15],
    labels: { cluster: 'far', severity: 'critical' },
  },
  {
    alert: 'KubeStateMetricsAbsent',
    series: {
      ...targets,
      'kube_pod_info{cluster="near", namespace="mlflow", pod="mlflow-0"}': '1x60',
      'kube_pod_info{cluster="far", namespace="ml-apps", pod="iris-0"}': '1x4 stale _x29 1x20',
    },
    quiet: [4, 13, 36],
    fires: [16, 33],
    labels: { cluster: 'far', severity: 'critical' },
  },
  {
    alert: 'ContainerMetricsAbsent',
    series: {
      ...targets,
      'container_memory_working_set_bytes{cluster="far", pod="iris-0", container="iris"}': '1x60',
      'container_memory_working_set_bytes{cluster="near", pod="mlflow-0", container="mlflow"}': '1x4 stale _x29 1x20',
    },
    quiet: [4, 13, 36],
    fires: [16, 33],
    labels: { cluster: 'near', severity: 'warning' },
  },
  {
    alert: 'ServiceUnavailable',
    series: {
      [`kube_deployment_spec_replicas{${deployment}}`]: '1x40',
      [`kube_deployment_status_replicas_available{${deployment}}`]: '1x4 0x10 1x20',
      [`kube_deployment_spec_replicas{${switchedOff}}`]: '0x40',
      [`kube_deployment_status_replicas_available{${switchedOff}}`]: '0x40',
    },
    quiet: [4, 9, 16],
    fires: [10, 15],
    labels: { cluster: 'near', namespace: 'mlflow', deployment: 'mlflow', severity: 'critical' },
  },
  {
    alert: 'StatefulServiceIncomplete',
    series: {
      [`kube_statefulset_replicas{${statefulSet}}`]: '1x40',
      [`kube_statefulset_status_replicas_ready{${statefulSet}}`]: '1x4 0x20 1x20',
    },
    quiet: [4, 14, 26],
    fires: [15, 25],
    labels: { cluster: 'near', namespace: 'monitoring', statefulset: 'grafana', severity: 'warning' },
  },
  {
    alert: 'NodeDiskFillingUp',
    series: {
      [`container_fs_usage_bytes{${node}, device="/dev/sda1"}`]: '50x4 90x30 50x20',
      [`container_fs_limit_bytes{${node}, device="/dev/sda1"}`]: '100x60',
      [`container_fs_usage_bytes{${node}, device="tmpfs"}`]: '5x60',
      [`container_fs_limit_bytes{${node}, device="tmpfs"}`]: '0x60',
    },
    quiet: [4, 19, 36],
    fires: [20, 35],
    labels: { cluster: 'near', node: 'worker', device: '/dev/sda1', severity: 'warning' },
  },
  {
    alert: 'KubernetesApiErrors',
    series: {
      'apiserver_request_total{cluster="near", code="200", verb="GET"}': '0+100x100',
      'apiserver_request_total{cluster="near", code="500", verb="GET"}': '0+1x10 11+20x30 612+1x50',
    },
    quiet: [10, 18, 60],
    fires: [25, 40],
    labels: { cluster: 'near', severity: 'warning' },
  },
  {
    alert: 'AlertmanagerNotReached',
    series: {
      [`prometheus_notifications_errors_total{cluster="near", job="prometheus", alertmanager="${alertmanagerUrl}"}`]:
        '0x9 1+1x20 21x40',
    },
    quiet: [9, 13, 40],
    fires: [16, 29],
    labels: { cluster: 'near', job: 'prometheus', alertmanager: alertmanagerUrl, severity: 'critical' },
  },
  {
    // It fires from the first minute to the last, whatever there is.
    alert: 'Watchdog',
    series: targets,
    quiet: [],
    fires: [0, 30, 60],
    labels: { severity: 'none' },
  },
  {
    alert: 'PrometheusConfigurationRefused',
    series: { 'prometheus_config_last_reload_successful{cluster="far", job="edge-prometheus"}': '1x4 0x10 1x20' },
    quiet: [4, 9, 16],
    fires: [10, 15],
    labels: { cluster: 'far', job: 'edge-prometheus', severity: 'warning' },
  },
  {
    alert: 'NotificationsFailing',
    series: {
      'alertmanager_notifications_failed_total{cluster="near", job="alertmanager", integration="webhook", reason="x"}':
        '0x9 1+1x20 21x40',
    },
    quiet: [9, 18, 50],
    fires: [21, 35],
    labels: { cluster: 'near', integration: 'webhook', severity: 'warning' },
  },
  {
    alert: 'AlertBridgeDeadLetters',
    series: {
      [`output_sent{${bridge}, label="dead_letters", path="root.output.fallback.1"}`]: '0x9 1x40',
      [`output_sent{${bridge}, label="github_api", path="root.output.fallback.0"}`]: '0+1x60',
    },
    quiet: [9, 30],
    fires: [10, 20],
    labels: { cluster: 'near', service: 'alert-bridge', severity: 'warning' },
  },
];

function matchers(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(', ');
}
