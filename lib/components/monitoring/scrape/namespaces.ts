import type { Cluster } from '../../../model/cluster.ts';
import type { Surroundings } from '../../../model/surroundings.ts';

/** Namespaces of the platform on one cluster, in this environment. Sorted. */
export function namespacesOn(cluster: Cluster, surroundings: Surroundings): string[] {
  return Object.keys(surroundings.platform.components)
    .filter(component => surroundings.clusterOf(component) === cluster)
    .map(component => surroundings.namespaceOf(component))
    .sort();
}
