import type { Surroundings } from '../../../model/surroundings.ts';
import { isFederated } from '../scrape/federation.ts';
import { center, collector } from '../scrape/route.ts';

/** What alerts must know of the environment they watch. */
export interface AlertFacts {
  /** Namespace of the models. */
  readonly modelNamespace: string;

  /** Values of the label `cluster`, one for each cluster with kube-state-metrics. Sorted. */
  readonly clusters: readonly string[];

  /** Value of the label `cluster` of a cluster that is read over the tailnet. @default - none is */
  readonly farCluster?: string;
}

/** The facts of an environment, or of the base. */
export function alertFacts(surroundings: Surroundings): AlertFacts {
  const labelOf = (component: string): string => surroundings.clusterOf(component).metricLabels.cluster;
  return {
    modelNamespace: surroundings.namespaceOf('edge-models'),
    clusters: [...new Set([center, collector].map(labelOf))].sort(),
    farCluster: isFederated(surroundings) ? labelOf(collector) : undefined,
  };
}
