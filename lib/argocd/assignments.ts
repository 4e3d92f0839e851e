import type { PlacedRelease } from '../model/chart-release.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Platform } from '../model/platform.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Draft } from '../model/unit.ts';
import { argoCdChart } from './argocd-chart.ts';
import { chartApplication } from './chart-application.ts';
import { platformProject, projects } from './names.ts';
import type { HelmChart } from '../model/helm-chart.ts';
import { releaseApplication } from './release-application.ts';
import { unitApplication } from './unit-application.ts';

/** One thing that one Application delivers to one cluster, under one project. */
export type Assignment = {
  readonly project: string;
  readonly cluster: Cluster;
} & (
  { readonly unit: Draft } | { readonly chart: HelmChart; readonly name: string } | { readonly release: PlacedRelease }
);

/**
 * Everything that Argo CD delivers.
 *
 * @param units what components and clusters deliver
 * @param releases charts of components
 * @param own what Argo CD delivers to itself, beside its chart
 */
export function assignments(
  platform: Platform,
  units: readonly Draft[],
  releases: readonly PlacedRelease[],
  own: readonly Draft[],
): Assignment[] {
  const { operators } = platform;
  const [home] = platform.clusters;
  const clusterOf = ({ cluster }: Pick<Draft, 'cluster'>): Cluster =>
    platform.clusters.find(({ name }) => name === cluster)!;
  return [
    ...units.map((unit): Assignment => {
      const cluster = clusterOf(unit);
      const project = unit.owner === 'component' ? unit.environment! : platformProject(cluster);
      return { project, cluster, unit };
    }),
    ...releases.map((release): Assignment => ({ project: release.environment, cluster: clusterOf(release), release })),
    ...platform.clusters.flatMap(cluster =>
      cluster.operators.map((name): Assignment => ({
        project: platformProject(cluster),
        cluster,
        name,
        chart: operators[name]!,
      })),
    ),
    ...own.map((unit): Assignment => ({ project: projects.argocd, cluster: home!, unit })),
    { project: projects.argocd, cluster: home!, name: 'argocd', chart: argoCdChart(platform) },
  ];
}

/** The Application of an assignment. */
export function applicationOf(assigned: Assignment, platform: Platform): Manifest {
  const { project, cluster } = assigned;
  if ('unit' in assigned) return unitApplication(assigned.unit, project, cluster, platform);
  if ('release' in assigned) return releaseApplication(assigned.release, cluster, platform);
  return chartApplication(assigned.name, assigned.chart, project, cluster);
}
