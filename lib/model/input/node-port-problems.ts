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
  const taken = new Map<string, Port>();
  return platform.environments.flatMap(environment =>
    portsOf(platform, environment).flatMap(port => {
      const key = `${port.cluster.name}:${port.number}`;
      const other = taken.get(key);
      if (!other) taken.set(key, port);
      const isExposed = platform.site.exposed.includes(port.endpoint.name);
      return [...portProblems(port, isExposed), ...(other ? [sharedPort(other, port)] : [])];
    }),
  );
}

interface Port {
  readonly endpoint: Endpoint;
  readonly environment: string;
  readonly offset: number;
  readonly number: number;
  readonly cluster: Cluster;
}

function portsOf({ endpoints, clusters, components }: Platform, environment: Environment): Port[] {
  const { name, nodePortOffset: offset = 0 } = environment;
  return Object.values(endpoints).flatMap((endpoint): Port[] => {
    const { component, nodePort } = endpoint;
    const cluster = clusters.find(row => row.name === clusterNameOf(component, environment, components));
    if (nodePort === undefined || !cluster) return [];
    return [{ endpoint, environment: name, offset, number: nodePort + offset, cluster }];
  });
}

/** One endpoint in two environments is a matter of their offsets, two endpoints are one of what they say. */
function sharedPort(other: Port, port: Port): Mistake {
  const shared = `${titleOf(other)} and ${titleOf(port)} share node port ${port.number} of cluster '${port.cluster.name}'`;
  if (other.endpoint !== port.endpoint) return mistake('duplicate', offererOf(port), `${shared}, it must be of one`);
  const offset = `'nodePortOffset' (${port.offset}) must be that of no other environment`;
  return mistake('duplicate', fileOf(port), `${offset}: ${shared}`);
}

function portProblems(port: Port, isExposed: boolean): Mistake[] {
  const { number, offset, cluster, endpoint } = port;
  const { name, publishedNodePorts } = cluster;
  if (!isNodePort(number)) {
    const must = `must be from ${nodePortRange.first} to ${nodePortRange.last}`;
    if (!isNodePort(endpoint.nodePort!)) {
      return [mistake('out-of-range', offererOf(port), `'nodePort' (${String(endpoint.nodePort)}) ${must}`)];
    }
    const message = `'nodePortOffset' (${offset}) makes node port ${number} of '${endpoint.name}', which ${must}`;
    return [mistake('out-of-range', fileOf(port), message)];
  }
  if (!isExposed || !publishedNodePorts || publishedNodePorts.includes(number)) return [];
  const message = `'publishedNodePorts' must hold ${number}, node port of ${titleOf(port)}`;
  return [mistake('conflict', `argocd/clusters.ts: '${name}'`, message)];
}

function titleOf({ endpoint, environment }: Port): string {
  return `'${endpoint.name}' in ${environment}`;
}

function fileOf({ environment }: Port): string {
  return `overlays/${environment}.ts`;
}

function offererOf({ endpoint: { name, component, service } }: Port): string {
  return `service '${component}/${service}': endpoint '${name}'`;
}
