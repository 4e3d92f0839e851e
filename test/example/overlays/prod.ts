import type { ClusterName } from '../argocd/clusters.ts';
import type { Environment } from '../../../lib/model/environment.ts';
import type * as components from './components.ts';
import { site } from './site.ts';

/** What users depend on. */
export const prod: Environment<typeof components, ClusterName> = {
  name: 'prod',
  placement: {
    'default': 'gcp',
    'edge-models': 'edge',
    'tenants': 'gcp',
  },
  settings: {
    'callcenter': {
      'agent-service': {
        host: `callcenter-api.${site.domain}`,
        maxIterations: 10,
        timeoutSeconds: 60,
        cpu: '500m',
        cpuLimit: '1',
        memory: '512Mi',
        memoryLimit: '1Gi',
        spread: { over: 'node' },
        autoscaling: { min: 3, max: 20, cpuPercent: 70, memoryPercent: 80 },
      },
      'tfidf-service': {
        cpu: '500m',
        cpuLimit: '2',
        memory: '1Gi',
        memoryLimit: '2Gi',
        spread: { over: 'node' },
        autoscaling: { min: 5, max: 30, cpuPercent: 70, memoryPercent: 80 },
      },
      'transformer-service': {
        cpu: '2',
        cpuLimit: '4',
        memory: '4Gi',
        memoryLimit: '8Gi',
        spread: { over: 'node' },
        autoscaling: { min: 3, max: 15, cpuPercent: 70, memoryPercent: 80 },
      },
      'mlflow': { host: `callcenter-mlflow.${site.domain}` },
    },
    'edge-models': {
      'iris-classifier': { autoscaling: { min: 1, max: 3, cpuPercent: 70 } },
      'wine-quality': { autoscaling: { min: 1, max: 3, cpuPercent: 70 } },
    },
    'monitoring': {
      grafana: { host: `grafana.${site.domain}` },
    },
    'tenants': { 'ml-inference': { autoscaling: { min: 2, max: 10, cpuPercent: 50 } } },
  },
};
