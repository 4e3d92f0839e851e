import type { Cluster } from '../model/cluster.ts';
import type { Draft } from '../model/unit.ts';

/** Where Argo CD runs, and where all of its own objects lie. */
export const argocdNamespace = 'argocd';

/** Name of the Application that delivers a unit: `prod-mlflow`, `gcp-foundation`. */
export function applicationName({
  environment,
  cluster,
  component,
}: Pick<Draft, 'environment' | 'cluster' | 'component'>): string {
  return `${environment ?? cluster}-${component}`;
}

/** Name of the project of what a cluster has once. */
export function platformProject({ name }: Pick<Cluster, 'name'>): string {
  return `platform-${name}`;
}

/** Projects that are there whatever clusters and environments there are. */
export const projects = {
  /** Holds the roots. It admits Applications and projects, which is as much as to be an administrator. */
  bootstrap: 'bootstrap',

  /** Argo CD itself: its chart, its settings, its credentials of other clusters. */
  argocd: 'argocd',

  /** Where Argo CD puts an Application that names no project. */
  fallback: 'default',
} as const;
