import { baseCluster } from './base-cluster.ts';
import type { Cluster } from './cluster.ts';
import type { Environment } from './environment.ts';
import { clusterNameOf } from './placement.ts';
import type { Platform } from './platform.ts';

/** The cluster of each component of an environment that has one. */
export function placed(environment: Environment, { components, clusters }: Platform): Map<string, Cluster> {
  const rows = new Map(clusters.map(cluster => [cluster.name, cluster]));
  return new Map(
    Object.keys(components).flatMap((component): [string, Cluster][] => {
      const cluster = rows.get(clusterNameOf(component, environment, components) ?? '');
      return cluster ? [[component, cluster]] : [];
    }),
  );
}

/** The base imagines every component on one cluster. */
export function together({ components, environments }: Platform): Map<string, Cluster> {
  const wanted = Object.keys(components).filter(component =>
    environments.some(environment => clusterNameOf(component, environment, components) !== undefined),
  );
  return new Map(wanted.map(component => [component, baseCluster]));
}
