import type { ApiRule } from '../../../model/ask.ts';

/** What finding pods and reading the metrics of kubelets takes. */
export const scrapeApiRules: readonly ApiRule[] = [
  { resources: ['nodes', 'pods', 'services'], verbs: ['get', 'list', 'watch'] },
  { groups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
  // Not `nodes/proxy`: whoever may get that may run commands in every container.
  { resources: ['nodes/metrics'], verbs: ['get'] },
  { urls: ['/metrics'], verbs: ['get'] },
];
