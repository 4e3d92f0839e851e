import type { PlacedRelease } from '../model/chart-release.ts';
import type { Site } from '../model/site.ts';
import { groupOf, namespaceOf } from '../model/manifest.ts';
import type { Draft } from '../model/unit.ts';
import { makesNamespace } from './chart-application.ts';
import type { Assignment } from './assignments.ts';
import { repositoryUrl } from '../model/helm-chart.ts';
import type { HelmChart } from '../model/helm-chart.ts';
import { destinationNamespace } from './unit-application.ts';

/** A kind of objects, of one name only where there is one. */
export interface AdmittedKind {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
}

/** What one Application needs its project to admit. */
export interface Permissions {
  readonly repository: string;

  /** Name of the cluster in Argo CD, and the namespaces there. */
  readonly cluster: string;
  readonly namespaces: readonly string[];

  readonly clusterKinds: readonly AdmittedKind[];
  readonly namespacedKinds: readonly AdmittedKind[];
}

/** What a delivery contains, and so what has to be admitted: no more, so that a new kind is seen in review. */
export function permissionsOf(assigned: Assignment, site: Site): Permissions {
  const cluster = assigned.cluster.argocdName;
  if ('chart' in assigned) return ofChart(assigned.chart, cluster);
  if ('release' in assigned) return ofRelease(assigned.release, cluster);
  return ofUnit(assigned.unit, cluster, site);
}

function ofUnit(unit: Draft, cluster: string, { repository }: Site): Permissions {
  const namespaces = unit.manifests.map(namespaceOf);
  return {
    repository,
    cluster,
    namespaces: [destinationNamespace(unit), ...namespaces.filter(namespace => namespace !== undefined)],
    clusterKinds: unit.manifests
      .filter((_, index) => namespaces[index] === undefined)
      .map(manifest => ({
        group: groupOf(manifest),
        kind: manifest.kind,
        // Whoever may make any namespace may run anything in it, so each is admitted by name.
        ...(manifest.kind === 'Namespace' && { name: manifest.metadata.name }),
      })),
    namespacedKinds: unit.manifests
      .filter((_, index) => namespaces[index] !== undefined)
      .map(manifest => ({ group: groupOf(manifest), kind: manifest.kind })),
  };
}

function ofChart(chart: HelmChart, cluster: string): Permissions {
  const { repository, namespace, alsoWritesTo = [], kinds } = chart;
  return {
    repository: repositoryUrl(repository),
    cluster,
    namespaces: [namespace, ...alsoWritesTo],
    clusterKinds: [
      ...(makesNamespace(chart) ? [{ group: '', kind: 'Namespace', name: namespace }] : []),
      ...kinds.cluster.map(admitted),
    ],
    namespacedKinds: kinds.namespaced.map(admitted),
  };
}

function ofRelease({ repository, namespace, kinds, clusterKinds }: PlacedRelease, cluster: string): Permissions {
  return {
    repository: repositoryUrl(repository),
    cluster,
    namespaces: [namespace],
    clusterKinds: Object.keys(clusterKinds).map(admitted),
    namespacedKinds: kinds.map(admitted),
  };
}

/** A kind as tables write it: `apps/Deployment`. */
export function admitted(text: string): AdmittedKind {
  const [group, kind] = text.split('/') as [string, string];
  return { group, kind };
}
