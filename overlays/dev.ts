import type { ClusterName } from '../argocd/clusters.ts';
import type { Environment } from '../lib/model/environment.ts';
import type * as components from './components.ts';
import { site } from './site.ts';

/** For trying things out: small, and free to break. */
export const dev: Environment<typeof components, ClusterName> = {
  name: 'dev',
  placement: {
    'default': 'gcp',
    'edge-models': 'edge',
    'tenants': 'gcp',
  },
  nodePortOffset: 1000,
  issuer: 'staging',
  settings: {
    callcenter: {
      'agent-service': {
        host: `callcenter-api-dev.${site.domain}`,
        replicas: 1,
        groqTemperature: 0.2,
        logLevel: 'DEBUG',
      },
      'tfidf-service': { replicas: 1, cpu: '200m', cpuLimit: '500m', memory: '256Mi', memoryLimit: '512Mi' },
      'transformer-service': { replicas: 1, cpu: '500m', cpuLimit: '1', memory: '1Gi', memoryLimit: '2Gi' },
      'mlflow': { host: `callcenter-mlflow-dev.${site.domain}` },
    },
    mlflow: { mlflow: { storage: '2Gi' } },
    monitoring: {
      grafana: { host: `grafana-dev.${site.domain}` },
      prometheus: { storage: '2Gi' },
    },
    tenants: { 'ml-inference': { autoscaling: { min: 1, max: 3, cpuPercent: 50 } } },
  },
};
