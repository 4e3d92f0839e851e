import type { Cluster, NodePool } from '../cluster.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { duplicateProblems, nameProblems } from './names.ts';
import { unitProblems } from './amount-problems.ts';

const where = 'argocd/clusters.ts';

/** Minor versions of Kubernetes that every manifest is valid on. */
const supported = { oldest: 33, newest: 36 };

/** Mistakes in the table of clusters. */
export function clusterProblems(clusters: readonly Cluster[]): Mistake[] {
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

function homeProblems([first]: readonly Cluster[]): Mistake[] {
  if (!first) return [mistake('missing', where, 'there is no cluster, at least one row must be there')];
  if (first.argocdName === 'in-cluster') return [];
  return [
    mistake(
      'conflict',
      `${where}: '${first.name}'`,
      `'argocdName' ('${first.argocdName}') must be 'in-cluster', because the first row runs Argo CD`,
    ),
  ];
}

function rowProblems(cluster: Cluster): Mistake[] {
  const row = `${where}: '${cluster.name}'`;
  return [
    ...nameProblems(where, cluster.name),
    ...versionProblems(row, cluster.kubernetes),
    ...(cluster.argocdName !== 'in-cluster' && !cluster.apiServerUrl
      ? [mistake('missing', row, "'apiServerUrl' is missing, Argo CD must know where to reach the cluster")]
      : []),
    ...(cluster.metricLabels.cluster
      ? []
      : [mistake('missing', row, "'metricLabels.cluster' is missing, series must name their cluster")]),
    ...[cluster.apiServer.cidrs, cluster.kubelets.cidrs, cluster.nodePortSources, cluster.dns.addresses ?? []]
      .flat()
      .flatMap(cidr => cidrProblems(row, cidr)),
    ...cluster.nodes.flatMap(pool => poolProblems(row, pool)),
  ];
}

function versionProblems(row: string, kubernetes: string): Mistake[] {
  const minor = Number(/^1\.(\d+)$/.exec(kubernetes)?.[1]);
  if (minor >= supported.oldest && minor <= supported.newest) return [];
  const must = `must be from 1.${supported.oldest} to 1.${supported.newest}`;
  return [mistake('out-of-range', row, `'kubernetes' ('${kubernetes}') ${must}`)];
}

function cidrProblems(row: string, cidr: string): Mistake[] {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr)?.slice(1).map(Number);
  if (match && match.slice(0, 4).every(byte => byte <= 255) && match[4]! <= 32) return [];
  return [mistake('malformed', row, `'${cidr}' must be an address range, such as '10.0.0.0/8'`)];
}

function poolProblems(row: string, { name, count, cpu, memory, ephemeralStorage }: NodePool): Mistake[] {
  const pool = `${row}: node pool '${name}'`;
  return [
    ...(Number.isInteger(count) && count >= 1
      ? []
      : [mistake('out-of-range', pool, `'count' (${count}) must be a whole number, at least 1`)]),
    ...unitProblems(pool, { cpu, memory, ephemeralStorage }),
  ];
}
