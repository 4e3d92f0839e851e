import { portNameOf } from '../model/endpoint.ts';
import { labelsOf } from '../model/labels.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { guarded } from '../model/sync.ts';
import type { JsonMap } from '../yaml/json.ts';
import type { Answer } from './answer.ts';

/**
 * The label by which the Prometheus of an operator's chart finds what it is to read and to judge: the name of its release,
 * which is that of the operator. https://github.com/prometheus-community/helm-charts/tree/main/charts/kube-prometheus-stack
 */
export const foundByRelease = { release: 'prometheus-operator' } as const;

/** Endpoints that the Prometheus of an operator scrapes, each with the labels that alerts and pages read. */
export const monitors: Answer<'monitor'> = {
  to: 'monitor',
  recipient: 'component',
  objects: (_component, asked, surroundings) => asked.map(({ what }) => monitorOf(what.endpoint, surroundings)),
};

function monitorOf(name: string, surroundings: Surroundings): Manifest {
  const endpoint = surroundings.endpoint(name);
  const { component, service, serviceName, metrics } = endpoint;
  const { emits } = surroundings.platform.components[component]!.services[service]!;
  const { path } = metrics!;
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: {
      name: name.slice(component.length + 1),
      labels: { ...labelsOf(component, service), ...foundByRelease },
      annotations: guarded('kindComesLater'),
    },
    spec: {
      selector: { matchLabels: labelsOf(component, service) },
      endpoints: [
        {
          port: portNameOf(endpoint),
          interval: '30s',
          ...(path !== undefined && { path }),
          ...(emits?.speaksForOthers && { honorLabels: true }),
          relabelings: [
            // Other Service objects of the same pods have the same labels, and each would be read.
            { sourceLabels: ['__meta_kubernetes_service_name'], regex: serviceName, action: 'keep' },
            ...targetLabels(component, service, surroundings),
            { targetLabel: 'job', replacement: metrics!.job },
            // What the operator adds of its own, where programs emit labels of these names.
            {
              regex: emits?.speaksForOthers ? 'container|endpoint|namespace|pod' : 'container|endpoint',
              action: 'labeldrop',
            },
          ],
        },
      ],
    },
  };
}

/** The same labels that the scrape jobs of the house give; the operator gives `namespace` and `pod`. */
function targetLabels(component: string, service: string, surroundings: Surroundings): JsonMap[] {
  const { seriesLabel } = surroundings.platform.components[component]!;
  const labels = {
    component,
    service,
    ...(seriesLabel !== undefined && { [seriesLabel]: component }),
    ...surroundings.clusterOf(component).metricLabels,
  };
  return Object.entries(labels).map(([targetLabel, replacement]) => ({ targetLabel, replacement }));
}
