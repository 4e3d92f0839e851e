import { isService } from '../../model/flow.ts';
import type { Caller, ClusterProgram, Flow, ToolProgram } from '../../model/flow.ts';
import { scrapedProgram } from '../../model/tools.ts';
import { addressBlocks, internet } from './addresses.ts';
import type { NumberSet } from './number-set.ts';
import type { Pod } from './pod.ts';
import type { Direction } from './policy.ts';
import { portsOf } from './ports.ts';
import type { EnvironmentFlows } from './environment-flows.ts';

/** One half of a connection: what one pod must be allowed, in one direction. */
export interface Edge {
  readonly pod: Pod;
  readonly direction: Direction;

  /** Another pod of the cluster, or addresses outside it. */
  readonly other: Pod | NumberSet;
  readonly ports: NumberSet;
}

/** What a flow needs at both of its ends. An end outside the clusters needs nothing. */
export function edgesOf(flow: Flow, here: EnvironmentFlows): Edge[] {
  const { from, to } = flow;
  if (typeof to === 'string') return ownClusterEdges(from, to, here);
  if ('internet' in to) return outwardEdges(from, internet, to.port, here);
  if ('tool' in to) return toolEdges(from, to, here);
  return [...callerEdges(flow, to.endpoint, here), ...calleeEdges(flow, to.endpoint, here)];
}

function ownClusterEdges(from: Caller, to: ClusterProgram, here: EnvironmentFlows): Edge[] {
  if (!isService(from)) return [];
  const { apiServer, kubelets } = here.surroundings.clusterOf(from.component);
  const { cidrs, port } = to === 'kubelets' ? kubelets : apiServer;
  return outwardEdges(from, addressBlocks(cidrs), port, here);
}

function outwardEdges(from: Caller, other: NumberSet, port: number, here: EnvironmentFlows): Edge[] {
  if (!isService(from)) return [];
  return here.podsOf(from).map(pod => ({ pod, direction: 'Egress', other, ports: portsOf('TCP', port) }));
}

/** What a program of a tool may be called by is judged by nobody: its policies let in whoever may call it. */
function toolEdges(from: Caller, { tool, program }: ToolProgram, here: EnvironmentFlows): Edge[] {
  if (!isService(from)) return [];
  const { cluster, programs } = here.viewOf(from.component);
  const other = programs.get(`${tool}/${program}`);
  if (!other) return [];
  const { port } = scrapedProgram({ tool, program }, cluster, here.surroundings.platform);
  return here.podsOf(from).map(pod => ({ pod, direction: 'Egress', other, ports: portsOf('TCP', port) }));
}

function callerEdges(flow: Flow, endpoint: string, here: EnvironmentFlows): Edge[] {
  const { from } = flow;
  if (!isService(from)) return [];
  const { surroundings } = here;
  if (here.crosses(flow, endpoint)) {
    const tailnet = addressBlocks([surroundings.clusterOf(from.component).tailnetCidr]);
    return outwardEdges(from, tailnet, surroundings.nodePortOf(endpoint), here);
  }
  return here
    .podsOf(from)
    .flatMap(pod =>
      here
        .podsOf(surroundings.endpoint(endpoint))
        .map((other): Edge => ({ pod, direction: 'Egress', other, ports: here.portsByService(endpoint, other) })),
    );
}

function calleeEdges(flow: Flow, endpoint: string, here: EnvironmentFlows): Edge[] {
  const callee = here.surroundings.endpoint(endpoint);
  return here.podsOf(callee).flatMap((pod): Edge[] => {
    if (!here.crosses(flow, endpoint)) {
      const ports = here.portsByService(endpoint, pod);
      return callersOf(flow.from, callee.component, here).map(other => ({ pod, direction: 'Ingress', other, ports }));
    }
    // A policy is judged before the source address is rewritten or after, which differs from node to node: whoever
    // comes through a node port must be let in by either address.
    const { tailnetCidr, nodePortSources } = here.viewOf(callee.component).cluster;
    const ports = here.portsByNodePort(endpoint, pod);
    return [[tailnetCidr], nodePortSources].map(cidrs => ({
      pod,
      direction: 'Ingress',
      other: addressBlocks(cidrs),
      ports,
    }));
  });
}

/** The pods that call a component from within its cluster. */
function callersOf(from: Caller, component: string, here: EnvironmentFlows): readonly Pod[] {
  if (isService(from)) return here.podsOf(from);
  const { ingress, operators } = here.viewOf(component);
  const caller = typeof from === 'object' ? operators.get(from.operator) : ingress;
  return caller ? [caller] : [];
}
