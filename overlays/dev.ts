import type { ClusterName } from '../argocd/clusters.ts';
import type { components } from '../lib/components/index.ts';
import type { Environment } from '../lib/model/environment.ts';
import { site } from './site.ts';

/** For trying things out: small, and free to break. */
export const dev: Environment<typeof components, ClusterName> = {
  name: 'dev',
  placement: {
    'edge-models': 'edge',
    'edge-monitoring': 'edge',
    'mlflow': 'gcp',
    'monitoring': 'gcp',
  },
  nodePortOffset: 1000,
  issuer: 'staging',
  settings: {
    mlflow: { mlflow: { storage: '2Gi' } },
    monitoring: {
      grafana: { host: `grafana.dev.${site.domain}` },
      prometheus: { retention: '2d', storage: '2Gi' },
    },
  },
};
