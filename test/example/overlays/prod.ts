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
