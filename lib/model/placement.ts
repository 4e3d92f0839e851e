import type { Components } from './component.ts';
import type { Environment } from './environment.ts';
import { own } from './input/collections.ts';

/**
 * Name of the cluster that runs a component in an environment; undefined where it runs nowhere. A satellite follows
 * the component that it works for: it is on its own cluster wherever that one is on another.
 */
export function clusterNameOf(component: string, environment: Environment, components: Components): string | undefined {
  const satellite = components[component]?.satellite;
  if (!satellite) return placeOf(component, environment);
  const center = placeOf(satellite.of, environment);
  return center === undefined || center === satellite.cluster ? undefined : satellite.cluster;
}

function placeOf(component: string, { placement }: Environment): string | undefined {
  const place = (own(placement, component) as string | undefined) ?? placement.default;
  return place === 'none' ? undefined : place;
}
