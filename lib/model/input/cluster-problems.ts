import type { Cluster, NodePool } from '../cluster.ts';
import { duplicateProblems, nameProblems } from './names.ts';
import { unitProblems } from './amount-problems.ts';

const where = 'argocd/clusters.ts';

/** Minor versions of Kubernetes that every manifest is valid on. */
const supported = { oldest: 33, newest: 36 };

/** Mistakes in the table of clusters. */
export function clusterProblems(clusters: readonly Cluster[]): string[] {
  return [
    ...duplicateProblems(
      where,
      clusters.map(({ name }) => name),
    ),
    ...duplicateProblems(
      `${where}: 'argocdName'`,
      clusters.map(({ argocdName }) => argocdName),
    ),
    ...homeProblems(clusters),
    ...clusters.flatMap(rowProblems),
  ];
}

function homeProblems([first]: readonly Cluster[]): string[] {
  if (!first) return [`${where}: there is no cluster, at least one row must be there`];
  if (first.argocdName === 'in-cluster') return [];
  return [
    `${where}: '${first.name}': 'argocdName' ('${first.argocdName}') must be 'in-cluster', `
      + 'because the first row runs Argo CD',
  ];
}

function rowProblems(cluster: Cluster): string[] {
  const row = `${where}: '${cluster.name}'`;
  return [
    ...nameProblems(where, cluster.name),
    ...versionProblems(row, cluster.kubernetes),
    ...(cluster.argocdName !== 'in-cluster' && !cluster.apiServerUrl
      ? [`${row}: 'apiServerUrl' is missing, Argo CD must know where to reach the cluster`]
      : []),
    ...(cluster.metricLabels.cluster
      ? []
      : [`${row}: 'metricLabels.cluster' is missing, series must name their cluster`]),
    ...[cluster.apiServer.cidrs, cluster.kubelets.cidrs, cluster.nodePortSources, cluster.dns.addresses ?? []]
      .flat()
      .flatMap(cidr => cidrProblems(row, cidr)),
    ...cluster.nodes.flatMap(pool => poolProblems(row, pool)),
  ];
}

function versionProblems(row: string, kubernetes: string): string[] {
  const minor = Number(/^1\.(\d+)$/.exec(kubernetes)?.[1]);
  if (minor >= supported.oldest && minor <= supported.newest) return [];
  return [`${row}: 'kubernetes' ('${kubernetes}') must be from 1.${supported.oldest} to 1.${supported.newest}`];
}

function cidrProblems(row: string, cidr: string): string[] {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr)?.slice(1).map(Number);
  if (match && match.slice(0, 4).every(byte => byte <= 255) && match[4]! <= 32) return [];
  return [`${row}: '${cidr}' must be an address range, such as '10.0.0.0/8'`];
}

function poolProblems(row: string, { name, count, cpu, memory, ephemeralStorage }: NodePool): string[] {
  const pool = `${row}: node pool '${name}'`;
  return [
    ...(Number.isInteger(count) && count >= 1
      ? []
      : [`${pool}: 'count' (${count}) must be a whole number, at least 1`]),
    ...unitProblems(pool, { cpu, memory, ephemeralStorage }),
  ];
}
