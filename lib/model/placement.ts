import type { Components } from './component.ts';
import type { Environment } from './environment.ts';

/**
 * Name of the cluster that runs a component in an environment; undefined where it runs nowhere. A satellite follows
 * the component that it works for: it is on its own cluster wherever that one is on another.
 */
export function clusterNameOf(component: string, environment: Environment, components: Components): string | undefined {
  const satellite = components[component]?.satellite;
  if (satellite) {
    const center = clusterNameOf(satellite.of, environment, components);
    return center === undefined || center === satellite.cluster ? undefined : satellite.cluster;
  }
  const placement: Readonly<Record<string, string | undefined>> = environment.placement;
  const place = placement[component] ?? placement.default;
  return place === 'none' ? undefined : place;
}
