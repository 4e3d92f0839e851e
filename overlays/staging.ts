import type { ClusterName } from '../argocd/clusters.ts';
import type { Environment } from '../lib/model/environment.ts';
import type * as components from './components.ts';
import { site } from './site.ts';

/** The last stop before prod, and off: it becomes an environment by a word in `index.ts`. Services run as the base has them. */
export const staging: Environment<typeof components, ClusterName> = {
  name: 'staging',
  placement: {
    'default': 'gcp',
    'edge-models': 'edge',
  },
  nodePortOffset: 500,
  issuer: 'staging',
  settings: {
    callcenter: {
      'agent-service': { host: `callcenter-api-staging.${site.domain}` },
      'mlflow': { host: `callcenter-mlflow-staging.${site.domain}` },
    },
    mlflow: { mlflow: { storage: '2Gi' } },
    monitoring: {
      grafana: { host: `grafana-staging.${site.domain}` },
      prometheus: { storage: '2Gi' },
    },
  },
};
