import type { Offer } from '../../../model/offer.ts';
import { service } from '../../../model/service.ts';
import type { Service } from '../../../model/service.ts';
import { KubeStateMetrics } from './kube-state-metrics.ts';
import type { Symptoms } from '../../../model/symptoms.ts';
import { objectMetrics } from './metrics.ts';

const objectSymptoms: Symptoms = {
  well: [], // what it tells is about the objects of others
  failures: [
    {
      what: 'is cut off from the API server',
      without: 'kubernetes-api',
      series: [],
      unwatched: 'it goes on telling what it saw last, and says nothing of the age of it',
    },
  ],
};

/** Tells what the objects of a cluster look like, under the name that it has there. */
export function kubeStateMetricsOf<const Name extends string>(
  name: Name,
): Service<typeof KubeStateMetrics, Name, never> {
  return service({
    construct: KubeStateMetrics,
    image: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.20.0',
    offers: { [name]: { port: 8080, metrics: {} } } as { readonly [N in Name]: Offer },
    emits: objectMetrics,
    symptoms: objectSymptoms,
    contracts: [{ listens: name, told: { arguments: /^--port=(\d+)$/ } }],
  });
}

/** The one beside the central server. */
export const centralKubeStateMetrics = kubeStateMetricsOf('kube-state-metrics');
