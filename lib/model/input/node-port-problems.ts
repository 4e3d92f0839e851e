import type { Cluster } from '../cluster.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Environment } from '../environment.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { isNodePort, nodePortRange } from '../node-port.ts';
import { clusterNameOf } from '../placement.ts';
import type { Platform } from '../platform.ts';

/** Node ports that leave the range, that a cluster does not publish, or that two endpoints of a cluster share. */
export function nodePortProblems(platform: Platform): Mistake[] {
  const taken = new Map<string, string>();
  return platform.environments.flatMap(environment =>
    portsOf(platform, environment).flatMap(({ endpoint, port, cluster }) => {
      const title = `'${endpoint.name}' in ${environment.name}`;
      const where = `overlays/${environment.name}.ts: 'nodePortOffset'`;
      const key = `${cluster.name}:${port}`;
      const other = taken.get(key);
      if (other === undefined) taken.set(key, title);
      const shared =
        `(${environment.nodePortOffset ?? 0}): ${other} and ${title} share node port ${port} of cluster `
        + `'${cluster.name}', it must be of one`;
      return [
        ...rangeProblems(endpoint, port, environment),
        ...publishedProblems(title, port, cluster, platform.site.exposed.includes(endpoint.name)),
        ...(other === undefined ? [] : [mistake('duplicate', where, shared)]),
      ];
    }),
  );
}

interface Port {
  readonly endpoint: Endpoint;
  readonly port: number;
  readonly cluster: Cluster;
}

function portsOf({ endpoints, clusters, components }: Platform, environment: Environment): Port[] {
  const { nodePortOffset = 0 } = environment;
  return Object.values(endpoints).flatMap((endpoint): Port[] => {
    const { component, nodePort } = endpoint;
    const cluster = clusters.find(({ name }) => name === clusterNameOf(component, environment, components));
    return nodePort === undefined || !cluster ? [] : [{ endpoint, port: nodePort + nodePortOffset, cluster }];
  });
}

/** Whoever moved the port out of the range is to blame: the offset, or the endpoint itself. */
function rangeProblems(
  { name, component, service, nodePort }: Endpoint,
  port: number,
  environment: Environment,
): Mistake[] {
  if (isNodePort(port)) return [];
  const must = `must be from ${nodePortRange.first} to ${nodePortRange.last}`;
  if (!isNodePort(nodePort!)) {
    const where = `service '${component}/${service}': endpoint '${name}'`;
    return [mistake('out-of-range', where, `'nodePort' (${String(nodePort)}) ${must}`)];
  }
  const where = `overlays/${environment.name}.ts: 'nodePortOffset'`;
  return [
    mistake(
      'out-of-range',
      where,
      `(${environment.nodePortOffset}) moves '${name}' to node port ${port}, which ${must}`,
    ),
  ];
}

function publishedProblems(
  title: string,
  port: number,
  { name, publishedNodePorts }: Cluster,
  isExposed: boolean,
): Mistake[] {
  if (!isExposed || !publishedNodePorts || publishedNodePorts.includes(port)) return [];
  const where = `argocd/clusters.ts: '${name}'`;
  return [mistake('conflict', where, `'publishedNodePorts' must hold ${port}, node port of ${title}`)];
}
