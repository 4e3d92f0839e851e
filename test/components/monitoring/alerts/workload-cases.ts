import type { AlertCase } from './alert-case.ts';

const pod = 'cluster="near", component="mlflow", namespace="mlflow", pod="mlflow-0", uid="1"';
const labels = { cluster: 'near', namespace: 'mlflow', pod: 'mlflow-0', severity: 'warning' };
const node = 'cluster="near", node="worker", instance="worker"';
const model = 'cluster="far", component="edge-models", namespace="ml-apps", model="iris"';

/** Alerts about pods of any component, about nodes, and about requests that fail. */
export const workloadCases: readonly AlertCase[] = [
  {
    alert: 'ContainerKilledForMemory',
    series: {
      // It was killed in its ninth minute, before anybody saw it.
      [`kube_pod_container_status_last_terminated_reason{${pod}, container="mlflow", reason="OOMKilled"}`]: '_x9 1x60',
      [`kube_pod_container_status_last_terminated_timestamp{${pod}, container="mlflow"}`]: '_x9 540x60',
    },
    quiet: [8, 25],
    fires: [11, 18],
    labels: { ...labels, container: 'mlflow' },
  },
  {
    alert: 'PodNotStarting',
    series: {
      [`kube_pod_status_phase{${pod}, phase="Pending"}`]: '0x4 1x20 0x20',
      [`kube_pod_status_phase{${pod}, phase="Running"}`]: '1x4 0x20 1x20',
    },
    quiet: [4, 19, 30],
    fires: [21, 24],
    labels,
  },
  {
    alert: 'NodeMemoryFillingUp',
    series: {
      [`container_memory_working_set_bytes{${node}, id="/"}`]: '50x4 95x30 50x20',
      [`container_memory_working_set_bytes{${node}, id="/kubepods/x", pod="x-0"}`]: '99x60',
      [`machine_memory_bytes{${node}}`]: '100x60',
    },
    quiet: [4, 19, 40],
    fires: [21, 33],
    labels: { cluster: 'near', node: 'worker', severity: 'warning' },
  },
  {
    alert: 'MlflowRequestsFailing',
    series: {
      'mlflow_http_request_total{cluster="near", component="mlflow", namespace="mlflow", method="GET", status="200"}':
        '0+90x60',
      'mlflow_http_request_total{cluster="near", component="mlflow", namespace="mlflow", method="GET", status="500"}':
        '0x9 10+10x30 310x30',
    },
    quiet: [9, 15, 50],
    fires: [25, 38],
    labels: { cluster: 'near', namespace: 'mlflow', severity: 'warning' },
  },
  {
    alert: 'ModelRequestsFailing',
    series: {
      [`model_predictions_total{${model}, pod="iris-0", class_name="a"}`]: '0+90x60',
      [`model_prediction_errors_total{${model}, pod="iris-0", reason="model"}`]: '0x9 10+10x30 310x30',
      [`model_prediction_errors_total{${model}, pod="iris-0", reason="input"}`]: '0+90x60',
    },
    quiet: [9, 13, 50],
    fires: [20, 38],
    labels: { cluster: 'far', namespace: 'ml-apps', model: 'iris', severity: 'critical' },
  },
];
