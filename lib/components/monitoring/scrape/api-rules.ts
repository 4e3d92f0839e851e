import type { ApiRule } from '../../../constructs/component-chart.ts';

/** What finding pods and reading kubelets through the API server takes. */
export const scrapeApiRules: readonly ApiRule[] = [
  { resources: ['nodes', 'pods', 'services'], verbs: ['get', 'list', 'watch'] },
  { groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
  { resources: ['nodes/proxy'], verbs: ['get'] },
  { urls: ['/metrics'], verbs: ['get'] },
];
