import type { Cluster, ClusterRow } from '../cluster.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { clusterForm } from './cluster-form.ts';
import { supportProblems } from './support-problems.ts';
import { own } from './collections.ts';
import { duplicateProblems } from './names.ts';
import { rowProblems } from './rows.ts';
import { shown } from './shown.ts';

const where = 'argocd/clusters.ts';

/** Mistakes in the rows of clusters, each by itself. */
export function clusterRowProblems(clusters: readonly ClusterRow[]): Mistake[] {
  return rowProblems(where, clusters, clusterForm);
}

/** Clusters that share what must differ, that lack what another fact asks for, or that are none at all. */
export function clusterProblems(clusters: readonly Cluster[]): Mistake[] {
  return [
    ...duplicateProblems(
      where,
      clusters.map(({ name }) => name),
    ),
    ...uniqueFields.flatMap(([field, valueOf]) =>
      duplicateProblems(
        `${where}: '${field}'`,
        clusters.map(valueOf).filter(value => value !== undefined),
      ),
    ),
    ...homeProblems(clusters),
    ...clusters.flatMap(mixedProblems),
  ];
}

/** What would make one cluster look like another: to Argo CD, in the tailnet, in series. */
const uniqueFields: readonly (readonly [field: string, valueOf: (cluster: Cluster) => string | undefined])[] = [
  ['argocdName', ({ argocdName }) => argocdName],
  ['tailnetHost', ({ tailnetHost }) => tailnetHost],
  ['metricLabels.cluster', ({ metricLabels }) => metricLabels.cluster],
];

function homeProblems([first]: readonly Cluster[]): Mistake[] {
  if (!first) return [mistake('missing', where, 'there is no cluster, at least one row must be there')];
  if (first.argocdName === 'in-cluster') return [];
  return [
    mistake(
      'conflict',
      `${where}: '${first.name}'`,
      `'argocdName' (${shown(first.argocdName)}) must be 'in-cluster', because the first row runs Argo CD`,
    ),
  ];
}

function mixedProblems(cluster: Cluster): Mistake[] {
  const { name, metricLabels, nodes, operators } = cluster;
  const row = `${where}: '${name}'`;
  const mistakes = [
    ...duplicateProblems(
      `${row}: 'nodes'`,
      nodes.map(pool => pool.name),
    ),
    ...duplicateProblems(`${row}: 'operators'`, operators),
    ...supportProblems(row, cluster),
  ];
  if (own(metricLabels, 'cluster') === undefined) {
    mistakes.push(mistake('missing', row, "'metricLabels.cluster' is missing, series must name their cluster"));
  }
  return mistakes;
}
