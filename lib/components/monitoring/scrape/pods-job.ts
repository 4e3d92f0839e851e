import { portNameOf } from '../../../model/endpoint.ts';
import type { Endpoint } from '../../../model/endpoint.ts';
import { nameLabel } from '../../../model/labels.ts';
import { bySeriesLabel } from '../../../model/series-labels.ts';
import type { Surroundings } from '../../../model/surroundings.ts';
import type { JsonMap } from '../../../yaml/json.ts';
import { clusterLabels } from './cluster-labels.ts';

/**
 * Finds every pod behind some endpoints of the reader's own cluster, so that each replica is scraped.
 *
 * @param endpoints of one job
 * @param speaksForItself whether its series are about the pod that is scraped
 */
export function podsJob(endpoints: readonly Endpoint[], surroundings: Surroundings, speaksForItself: boolean): JsonMap {
  const { component } = endpoints[0]!;
  const namespaces = new Set(endpoints.map(endpoint => surroundings.namespaceOf(endpoint.component)));
  const services = new Set(endpoints.map(endpoint => endpoint.service));
  return {
    kubernetes_sd_configs: [
      {
        role: 'pod',
        namespaces: { names: [...namespaces].sort() },
        selectors: [{ role: 'pod', label: `${nameLabel} in (${[...services].sort().join(',')})` }],
      },
    ],
    relabel_configs: [
      {
        source_labels: [partOf, service, '__meta_kubernetes_pod_container_port_name'],
        regex: endpoints.map(portPattern).join('|'),
        action: 'keep',
      },
      { source_labels: ['__meta_kubernetes_pod_phase'], regex: 'Succeeded|Failed', action: 'drop' },
      { source_labels: [service], target_label: 'service' },
      { source_labels: [partOf], target_label: 'component' },
      ...labelsOfSorts(endpoints, surroundings),
      ...(speaksForItself ? ownLabels : []),
      ...clusterLabels(surroundings.clusterOf(component)),
    ],
  };
}

/** The label that all components of a sort have besides. */
function labelsOfSorts(endpoints: readonly Endpoint[], { platform }: Surroundings): JsonMap[] {
  const components = [...new Set(endpoints.map(({ component }) => component))];
  return bySeriesLabel(components, platform.components).map(([label, own]) => ({
    source_labels: [partOf],
    ...(own.length < components.length && { regex: `(${own.join('|')})` }),
    target_label: label,
  }));
}

function portPattern(endpoint: Endpoint): string {
  return [endpoint.component, endpoint.service, portNameOf(endpoint)].join(';');
}

const namespace = '__meta_kubernetes_namespace';
const service = '__meta_kubernetes_pod_label_app_kubernetes_io_name';
const partOf = '__meta_kubernetes_pod_label_app_kubernetes_io_part_of';

// A program that speaks of other pods must not lend its own name to what has none, such as a Deployment.
const ownLabels: readonly JsonMap[] = [
  { source_labels: [namespace], target_label: 'namespace' },
  { source_labels: ['__meta_kubernetes_pod_name'], target_label: 'pod' },
];
