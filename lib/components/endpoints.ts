import type { Endpoint } from '../model/endpoint.ts';
import { models } from './edge-models/models.ts';
import type { ModelName } from './edge-models/models.ts';

// Node ports are the figures of requirement 2.3, those of prod.
const services = {
  'alert-bridge': {
    component: 'monitoring',
    service: 'alert-bridge',
    port: 4195,
    metrics: { job: 'alert-bridge' },
  },
  'alertmanager': {
    component: 'monitoring',
    service: 'alertmanager',
    port: 9093,
    nodePort: 30930,
    metrics: { job: 'alertmanager' },
  },
  'edge-kube-state-metrics': {
    component: 'edge-monitoring',
    service: 'edge-kube-state-metrics',
    port: 8080,
    metrics: { job: 'edge-kube-state-metrics' },
  },
  'edge-prometheus': {
    component: 'edge-monitoring',
    service: 'edge-prometheus',
    port: 9090,
    nodePort: 30850,
    metrics: { job: 'edge-prometheus' },
  },
  'grafana': {
    component: 'monitoring',
    service: 'grafana',
    port: 3000,
    nodePort: 30300,
    metrics: { job: 'grafana' },
  },
  'kube-state-metrics': {
    component: 'monitoring',
    service: 'kube-state-metrics',
    port: 8080,
    metrics: { job: 'kube-state-metrics' },
  },
  'mlflow': {
    component: 'mlflow',
    service: 'mlflow',
    port: 5000,
    nodePort: 30500,
    metrics: { job: 'mlflow' },
  },
  'prometheus': {
    component: 'monitoring',
    service: 'prometheus',
    port: 9090,
    nodePort: 30900,
    metrics: { job: 'prometheus' },
  },
} as const satisfies Record<string, Endpoint>;

const modelEndpoints = Object.fromEntries(
  models.map(({ name, nodePort }) => [
    name,
    {
      component: 'edge-models',
      service: name,
      port: 8080,
      nodePort,
      metrics: { job: 'k3d-ml-apps', replicated: true },
    },
  ]),
) as Record<ModelName, Endpoint>;

/** WHERE AN ADDRESS IS DEFINED: everything that one service offers to others. Names are unique in the platform. */
export const endpoints = { ...services, ...modelEndpoints };

/** Name of an endpoint. */
export type EndpointName = keyof typeof endpoints;
