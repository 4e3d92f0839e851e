import type { Cluster } from '../cluster.ts';
import type { Environment } from '../environment.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { isNodePort, nodePortRange } from '../node-port.ts';
import type { Platform } from '../platform.ts';

const where = 'lib/components/endpoints.ts';

/** Node ports that leave the range, that a cluster does not publish, or that two endpoints of a cluster share. */
export function nodePortProblems(platform: Platform): Mistake[] {
  const taken = new Map<string, Port>();
  const problems: Mistake[] = [];
  for (const environment of platform.environments) {
    for (const port of portsOf(platform, environment)) {
      problems.push(...portProblems(port, platform.site.exposed.includes(port.endpoint)));
      const key = `${port.cluster.name}:${port.number}`;
      const other = taken.get(key);
      if (other) problems.push(sharedPort(other, port));
      else taken.set(key, port);
    }
  }
  return problems;
}

interface Port {
  readonly endpoint: string;
  readonly environment: string;
  readonly offset: number;
  readonly number: number;
  readonly cluster: Cluster;
}

function portsOf({ endpoints, clusters }: Platform, { name, placement, nodePortOffset = 0 }: Environment): Port[] {
  return Object.entries(endpoints).flatMap(([endpoint, { component, nodePort }]) => {
    const cluster = clusters.find(row => row.name === placement[component])!;
    if (nodePort === undefined) return [];
    return [{ endpoint, environment: name, offset: nodePortOffset, number: nodePort + nodePortOffset, cluster }];
  });
}

/** One endpoint in two environments is a matter of their offsets, two endpoints are one of their rows. */
function sharedPort(other: Port, port: Port): Mistake {
  const shared = `${titleOf(other)} and ${titleOf(port)} share node port ${port.number} of cluster '${port.cluster.name}'`;
  if (other.endpoint !== port.endpoint) return mistake('duplicate', where, `${shared}, it must be of one`);
  const offset = `'nodePortOffset' (${port.offset}) must be that of no other environment`;
  return mistake('duplicate', fileOf(port), `${offset}: ${shared}`);
}

function portProblems(port: Port, isExposed: boolean): Mistake[] {
  const { number, offset, cluster } = port;
  const { name, publishedNodePorts } = cluster;
  const must = `must be from ${nodePortRange.first} to ${nodePortRange.last}`;
  if (!isNodePort(number)) {
    return isNodePort(number - offset)
      ? [
          mistake(
            'out-of-range',
            fileOf(port),
            `'nodePortOffset' (${offset}) makes node port ${number} of '${port.endpoint}', which ${must}`,
          ),
        ]
      : [mistake('out-of-range', where, `node port of ${titleOf(port)} (${number}) ${must}`)];
  }
  if (!isExposed || !publishedNodePorts || publishedNodePorts.includes(number)) return [];
  const message = `'publishedNodePorts' must hold ${number}, node port of ${titleOf(port)}`;
  return [mistake('conflict', `argocd/clusters.ts: '${name}'`, message)];
}

function titleOf({ endpoint, environment }: Port): string {
  return `'${endpoint}' in ${environment}`;
}

function fileOf({ environment }: Port): string {
  return `overlays/${environment}.ts`;
}
