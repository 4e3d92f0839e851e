import type { Cluster } from '../model/cluster.ts';
import type { Component } from '../model/component.ts';
import type { PodSecurityLevel } from '../model/pod-security.ts';
import { guardedDespite } from '../model/sync.ts';
import type { Manifest } from '../model/manifest.ts';

/**
 * A namespace that goes only when a person says so, and in which only pods of the strictest kind may run where its
 * component says nothing else.
 */
export function namespace(name: string, cluster: Cluster, component: Ground = {}): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { ...component.namespaceLabels, ...podSecurityLabels(cluster, component.podSecurity) },
      // All that lies in a namespace goes with it, so Argo CD waits for a person's approval.
      annotations: guardedDespite(component.namespaceAnnotations ?? {}, 'confirm'),
    },
  };
}

/** What a component says of its namespaces. */
export type Ground = Pick<Component, 'namespaceLabels' | 'namespaceAnnotations' | 'podSecurity' | 'quota'>;

/**
 * Labels that make the API server refuse every pod that is not of the level, and warn of every one that is not
 * `restricted`. The version is the cluster's own: with `latest`, an upgrade of the cluster would change what is refused.
 */
export function podSecurityLabels(
  { kubernetes }: Cluster,
  level: PodSecurityLevel = 'restricted',
): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ enforce: level, audit: 'restricted', warn: 'restricted' }).flatMap(([mode, value]) => [
      [`pod-security.kubernetes.io/${mode}`, value],
      [`pod-security.kubernetes.io/${mode}-version`, `v${kubernetes}`],
    ]),
  );
}
