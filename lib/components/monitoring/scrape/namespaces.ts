import type { Cluster } from '../../../model/cluster.ts';
import type { Surroundings } from '../../../model/surroundings.ts';
import type { JsonMap } from '../../../yaml/json.ts';

/** Namespaces of the platform on one cluster, in this environment. Sorted. */
export function namespacesOn(cluster: Cluster, surroundings: Surroundings): string[] {
  return componentsOn(cluster, surroundings)
    .map(component => surroundings.namespaceOf(component))
    .sort();
}

/**
 * Puts the label `component` on series about the pods of others, known by their namespace. It means the same in every
 * environment, which a namespace does not.
 */
export function componentByNamespace(cluster: Cluster, surroundings: Surroundings): JsonMap[] {
  return componentsOn(cluster, surroundings).map(component => ({
    source_labels: ['namespace'],
    regex: surroundings.namespaceOf(component),
    target_label: 'component',
    replacement: component,
  }));
}

function componentsOn(cluster: Cluster, surroundings: Surroundings): string[] {
  return surroundings.components.filter(component => surroundings.clusterOf(component) === cluster);
}
