import type { Cluster } from '../../../model/cluster.ts';
import type { Surroundings } from '../../../model/surroundings.ts';
import { toolsOn } from '../../../model/tools.ts';
import type { JsonMap } from '../../../yaml/json.ts';

/** Namespaces of the platform on one cluster: those of this environment, and those of the platform's own tools. Sorted. */
export function namespacesOn(cluster: Cluster, surroundings: Surroundings): string[] {
  return [...new Set(inhabited(cluster, surroundings).map(([namespace]) => namespace))].sort();
}

/**
 * Puts the label `component` on series about the pods of others, known by their namespace. It means the same in every
 * environment, which a namespace does not.
 */
export function componentByNamespace(cluster: Cluster, surroundings: Surroundings): JsonMap[] {
  return inhabited(cluster, surroundings).map(([namespace, component]) => ({
    source_labels: ['namespace'],
    regex: namespace,
    target_label: 'component',
    replacement: component,
  }));
}

/** Each namespace with what is there: a component, or a tool. */
function inhabited(cluster: Cluster, surroundings: Surroundings): [namespace: string, component: string][] {
  const components = surroundings.components.filter(component => surroundings.clusterOf(component) === cluster);
  const tools = toolsOn(cluster, surroundings.platform);
  return [
    ...components.map((component): [string, string] => [surroundings.namespaceOf(component), component]),
    ...tools.map(({ name, chart }): [string, string] => [chart.namespace, name]),
  ];
}
