import type { Cluster } from '../cluster.ts';
import type { Environment } from '../environment.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { isNodePort, nodePortRange } from '../node-port.ts';
import type { Platform } from '../platform.ts';

const where = 'lib/components/endpoints.ts';

/** Node ports that leave the range, that a cluster does not publish, or that two endpoints of a cluster share. */
export function nodePortProblems(platform: Platform): Mistake[] {
  const taken = new Map<string, string>();
  const problems: Mistake[] = [];
  for (const environment of platform.environments) {
    for (const { endpoint, port, cluster } of portsOf(platform, environment)) {
      const title = `'${endpoint}' in ${environment.name}`;
      problems.push(...portProblems(title, port, cluster, platform.site.exposed.includes(endpoint)));
      const key = `${cluster.name}:${port}`;
      const other = taken.get(key);
      if (other === undefined) taken.set(key, title);
      else
        problems.push(
          mistake(
            'duplicate',
            where,
            `${other} and ${title} share node port ${port} of cluster '${cluster.name}', it must be of one`,
          ),
        );
    }
  }
  return problems;
}

interface Port {
  readonly endpoint: string;
  readonly port: number;
  readonly cluster: Cluster;
}

function portsOf({ endpoints, clusters }: Platform, { placement, nodePortOffset = 0 }: Environment): Port[] {
  return Object.entries(endpoints).flatMap(([endpoint, { component, nodePort }]) => {
    const cluster = clusters.find(({ name }) => name === placement[component])!;
    return nodePort === undefined ? [] : [{ endpoint, port: nodePort + nodePortOffset, cluster }];
  });
}

function portProblems(
  title: string,
  port: number,
  { name, publishedNodePorts }: Cluster,
  isExposed: boolean,
): Mistake[] {
  if (!isNodePort(port)) {
    return [
      mistake(
        'out-of-range',
        where,
        `node port of ${title} (${port}) must be from ${nodePortRange.first} to ${nodePortRange.last}`,
      ),
    ];
  }
  if (!isExposed || !publishedNodePorts || publishedNodePorts.includes(port)) return [];
  return [
    mistake(
      'conflict',
      `argocd/clusters.ts: '${name}'`,
      `'publishedNodePorts' must hold ${port}, node port of ${title}`,
    ),
  ];
}
