import type { Cluster } from '../../../model/cluster.ts';
import { bySeriesLabel } from '../../../model/series-labels.ts';
import type { Surroundings } from '../../../model/surroundings.ts';
import { toolsOn } from '../../../model/tools.ts';
import type { JsonMap } from '../../../yaml/json.ts';

/** Namespaces of the platform on one cluster: those of this environment, and those of the platform's own tools. Sorted. */
export function namespacesOn(cluster: Cluster, surroundings: Surroundings): string[] {
  return [...new Set(inhabited(cluster, surroundings).map(([namespace]) => namespace))].sort();
}

/**
 * Puts the label `component` on series about the pods of others, known by their namespace. It means the same in every
 * environment, which a namespace does not. Components of a sort, of which there may be a thousand, take one step together
 * and get the label of their sort besides.
 */
export function componentByNamespace(cluster: Cluster, surroundings: Surroundings): JsonMap[] {
  const { environment, platform } = surroundings;
  const sorts = bySeriesLabel(componentsOn(cluster, surroundings), platform.components);
  const alike = new Set(sorts.flatMap(([, components]) => components));
  const suffix = environment ? `-${environment.name}` : '';
  const isAlike = ([namespace, component]: [string, string]): boolean =>
    alike.has(component) && namespace === component + suffix;
  const all = inhabited(cluster, surroundings);
  const together = all.filter(isAlike).map(([, component]) => component);
  return [
    ...all
      .filter(each => !isAlike(each))
      .map(([namespace, component]) => ({
        source_labels: ['namespace'],
        regex: namespace,
        target_label: 'component',
        replacement: component,
      })),
    ...(together.length > 0
      ? [{ source_labels: ['namespace'], regex: `(${together.join('|')})${suffix}`, target_label: 'component' }]
      : []),
    ...sorts.map(([label, components]) => ({
      source_labels: ['component'],
      regex: `(${components.join('|')})`,
      target_label: label,
    })),
  ];
}

function componentsOn(cluster: Cluster, surroundings: Surroundings): string[] {
  return surroundings.components.filter(component => surroundings.clusterOf(component) === cluster);
}

/** Each namespace with what is there: a component, or a tool. */
function inhabited(cluster: Cluster, surroundings: Surroundings): [namespace: string, component: string][] {
  const components = componentsOn(cluster, surroundings);
  const tools = toolsOn(cluster, surroundings.platform);
  return [
    ...components.map((component): [string, string] => [surroundings.namespaceOf(component), component]),
    ...tools.map(({ name, chart }): [string, string] => [chart.namespace, name]),
  ];
}
