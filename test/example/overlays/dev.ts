import type { ClusterName } from '../argocd/clusters.ts';
import type { Environment } from '../../../lib/model/environment.ts';
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
    mlflow: { mlflow: { storage: '2Gi' } },
    monitoring: {
      grafana: { host: `grafana.dev.${site.domain}` },
      prometheus: { storage: '2Gi' },
    },
    tenants: { 'ml-inference': { autoscaling: { min: 1, max: 3, cpuPercent: 50 } } },
  },
};
