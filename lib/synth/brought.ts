import { portNameOf } from '../model/endpoint.ts';
import type { Endpoint } from '../model/endpoint.ts';
import { grouped } from '../model/grouped.ts';
import { podLabelsOf } from '../model/labels.ts';
import type { ChartContainer, ChartPods } from '../model/chart-pods.ts';
import type { PlacedRelease } from '../model/chart-release.ts';
import { resourcesOf } from '../model/chart-sizes.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { Json } from '../yaml/json.ts';

/**
 * The objects of a chart as far as its row says them: workloads with their pods, and the Services of its endpoints. They
 * are delivered by nobody; bounds, policies and checks see the chart by them.
 */
export function broughtBy({ name, component, namespace, pods }: PlacedRelease, surroundings: Surroundings): Manifest[] {
  const labels = podLabelsOf(surroundings.platform.components, component, name);
  const endpoints = surroundings.endpointsOf(component, name);
  const services = grouped(endpoints, ({ serviceName }) => serviceName);
  return [
    ...pods.map(each => workloadOf(each, namespace, labels, endpoints)),
    ...[...services].map(([serviceName, offered]): Manifest => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: serviceName, namespace },
      spec: {
        selector: labels,
        ports: offered.map(({ port, targetPort = port }) => ({ port, targetPort, protocol: 'TCP' })),
      },
    })),
  ];
}

/** The workload of some pods of a chart, as far as their row says it. */
export function workloadOf(
  { workload: kind, name, replicas = 1, containers, initContainers = {}, claims = [] }: ChartPods,
  namespace: string,
  labels: Record<string, string>,
  endpoints: readonly Endpoint[],
): Manifest {
  const ports = endpoints.map(endpoint => ({
    name: portNameOf(endpoint),
    containerPort: endpoint.targetPort ?? endpoint.port,
    protocol: 'TCP',
  }));
  return {
    apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name, namespace },
    spec: {
      ...(kind === 'Job' ? { parallelism: replicas } : { replicas }),
      template: {
        metadata: { labels },
        spec: {
          containers: containersOf(containers).map((container, index) => ({
            ...container,
            ...(index === 0 && { ports }),
          })),
          initContainers: containersOf(initContainers),
        },
      },
      volumeClaimTemplates: claims.map(storage => ({ spec: { resources: { requests: { storage } } } })),
    },
  };
}

function containersOf(containers: Readonly<Record<string, ChartContainer>>): { readonly [key: string]: Json }[] {
  return Object.entries(containers).map(([name, stated]) => {
    const { requests, limits } = resourcesOf(stated);
    return { name, resources: { requests, limits } };
  });
}
