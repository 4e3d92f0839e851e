import type { Cluster } from '../model/cluster.ts';
import { InputError } from '../model/input-error.ts';
import { operatorProblems } from '../model/input/operator-problems.ts';
import type { Platform } from '../model/platform.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Unit } from '../model/unit.ts';
import { argoCd } from '../../argocd/charts/argo-cd.ts';
import { chartApplication } from './chart-application.ts';
import { platformProject, projects } from './names.ts';
import { operators } from '../../argocd/operators.ts';
import type { HelmChart } from '../../argocd/operators.ts';
import { unitApplication } from './unit-application.ts';

/** One thing that one Application delivers to one cluster, under one project. */
export type Delivered = {
  readonly project: string;
  readonly cluster: Cluster;
} & ({ readonly unit: Unit } | { readonly chart: HelmChart; readonly name: string });

/**
 * Everything that Argo CD delivers.
 *
 * @param units what components and clusters deliver
 * @param own what Argo CD delivers to itself, beside its chart
 * @throws InputError for an operator that is not in the table, and for charts that are not as they must be
 */
export function deliveries(platform: Platform, units: readonly Unit[], own: readonly Unit[]): Delivered[] {
  const mistakes = operatorProblems(operators, argoCd, platform);
  if (mistakes.length > 0) throw new InputError(mistakes);
  const [home] = platform.clusters;
  const clusterOf = (unit: Unit): Cluster => platform.clusters.find(({ name }) => name === unit.cluster)!;
  return [
    ...units.map((unit): Delivered => {
      const cluster = clusterOf(unit);
      return { project: unit.environment ?? platformProject(cluster), cluster, unit };
    }),
    ...platform.clusters.flatMap(cluster =>
      cluster.operators.map((name): Delivered => ({
        project: platformProject(cluster),
        cluster,
        name,
        chart: operators[name as keyof typeof operators],
      })),
    ),
    ...own.map((unit): Delivered => ({ project: projects.argocd, cluster: home!, unit })),
    { project: projects.argocd, cluster: home!, name: 'argocd', chart: argoCd },
  ];
}

/** The Application of a delivery. */
export function applicationOf(delivered: Delivered, platform: Platform): Manifest {
  const { project, cluster } = delivered;
  if ('unit' in delivered) return unitApplication(delivered.unit, project, cluster, platform);
  return chartApplication(delivered.name, delivered.chart, project, cluster);
}
