import type { Endpoint } from '../../../model/endpoint.ts';
import type { Surroundings } from '../../../model/surroundings.ts';

/**
 * How a Prometheus reads an endpoint: itself, pod by pod on its own cluster, there through the Service where the labels of
 * the pods are not ours, over the tailnet, or over the tailnet only to see whether it answers.
 */
export type Route = 'self' | 'pods' | 'service' | 'tailnet' | 'reachability';

/** A service that scrapes. */
export interface Reader {
  readonly component: string;
  readonly service: string;
}

/** Decides how a reader gets at an endpoint; undefined where another reader does. */
export type RouteChoice = (endpoint: Endpoint, reader: Reader, surroundings: Surroundings) => Route | undefined;

/** How the central server reads an endpoint; undefined where only the collector of its cluster can. */
export const centralRoute: RouteChoice = (endpoint, reader, surroundings) => {
  const near = nearRoute(endpoint, reader, surroundings);
  if (near || endpoint.nodePort === undefined) return near;
  return endpoint.metrics?.replicated ? 'reachability' : 'tailnet';
};

/** How a collector reads an endpoint; undefined where the central server reads it by itself. */
export const collectorRoute: RouteChoice = (endpoint, reader, surroundings) =>
  needsCollector(endpoint) ? nearRoute(endpoint, reader, surroundings) : undefined;

/**
 * Whether an endpoint can only be read on its own cluster. A node port leads to any one of the pods, so each scrape
 * through it would count in another pod's numbers.
 */
export function needsCollector({ metrics, nodePort }: Endpoint): boolean {
  return metrics?.replicated === true || nodePort === undefined;
}

function nearRoute(endpoint: Endpoint, reader: Reader, surroundings: Surroundings): Route | undefined {
  if (endpoint.component === reader.component && endpoint.service === reader.service) return 'self';
  if (!surroundings.together(endpoint.component, reader.component)) return undefined;
  const row = surroundings.platform.components[endpoint.component]?.services[endpoint.service];
  return row?.pods && !row.podsAreLabelled ? 'service' : 'pods';
}
