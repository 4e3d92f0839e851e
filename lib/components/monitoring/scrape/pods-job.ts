import { portNameOf } from '../../../model/endpoint.ts';
import type { Endpoint } from '../../../model/endpoint.ts';
import type { Surroundings } from '../../../model/surroundings.ts';
import type { JsonMap } from '../../../yaml/json.ts';
import { programOf } from '../metrics/jobs.ts';
import { clusterLabels } from './cluster-labels.ts';

/**
 * Finds every pod behind some endpoints of the reader's own cluster, so that each replica is scraped.
 *
 * @param endpoints of one job
 */
export function podsJob(endpoints: readonly Endpoint[], surroundings: Surroundings): JsonMap {
  const { component, metrics } = endpoints[0]!;
  const namespaces = new Set(endpoints.map(endpoint => surroundings.namespaceOf(endpoint.component)));
  const services = new Set(endpoints.map(endpoint => endpoint.service));
  return {
    kubernetes_sd_configs: [
      {
        role: 'pod',
        namespaces: { names: [...namespaces].sort() },
        selectors: [{ role: 'pod', label: `app.kubernetes.io/name in (${[...services].sort().join(',')})` }],
      },
    ],
    relabel_configs: [
      {
        source_labels: [namespace, service, '__meta_kubernetes_pod_container_port_name'],
        regex: endpoints.map(endpoint => portPattern(endpoint, surroundings)).join('|'),
        action: 'keep',
      },
      { source_labels: ['__meta_kubernetes_pod_phase'], regex: 'Succeeded|Failed', action: 'drop' },
      { source_labels: [service], target_label: 'service' },
      ...(programOf(metrics!.job).speaksForOthers ? [] : ownLabels),
      ...clusterLabels(surroundings.clusterOf(component)),
    ],
  };
}

function portPattern(endpoint: Endpoint, surroundings: Surroundings): string {
  return [surroundings.namespaceOf(endpoint.component), endpoint.service, portNameOf(endpoint)].join(';');
}

const namespace = '__meta_kubernetes_namespace';
const service = '__meta_kubernetes_pod_label_app_kubernetes_io_name';

// A program that speaks of other pods must not lend its own name to what has none, such as a Deployment.
const ownLabels: readonly JsonMap[] = [
  { source_labels: [namespace], target_label: 'namespace' },
  { source_labels: ['__meta_kubernetes_pod_name'], target_label: 'pod' },
];
