import type { Caller, ClusterProgram, Flow } from '../../model/flow.ts';
import { addressBlocks, internet, tailnet } from './addresses.ts';
import type { NumberSet } from './number-set.ts';
import type { Pod } from './pod.ts';
import type { Direction } from './policy.ts';
import { portsOf } from './ports.ts';
import type { Scene } from './environment-flows.ts';

/** One half of a connection: what one pod must be allowed, in one direction. */
export interface Edge {
  readonly pod: Pod;
  readonly direction: Direction;

  /** Another pod of the cluster, or addresses outside it. */
  readonly other: Pod | NumberSet;
  readonly ports: NumberSet;
}

/** What a flow needs at both of its ends. An end outside the clusters needs nothing. */
export function edgesOf(flow: Flow, scene: Scene): Edge[] {
  const { from, to } = flow;
  if (typeof to === 'string') return ownClusterEdges(from, to, scene);
  if ('internet' in to) return outwardEdges(from, internet, to.port, scene);
  return [...callerEdges(flow, to.endpoint, scene), ...calleeEdges(flow, to.endpoint, scene)];
}

function ownClusterEdges(from: Caller, to: ClusterProgram, scene: Scene): Edge[] {
  if (typeof from !== 'object') return [];
  const { apiServer, kubelets } = scene.surroundings.clusterOf(from.component);
  const { cidrs, port } = to === 'kubelets' ? kubelets : apiServer;
  return outwardEdges(from, addressBlocks(cidrs), port, scene);
}

function outwardEdges(from: Caller, other: NumberSet, port: number, scene: Scene): Edge[] {
  if (typeof from !== 'object') return [];
  return scene.podsOf(from).map(pod => ({ pod, direction: 'Egress', other, ports: portsOf('TCP', port) }));
}

function callerEdges(flow: Flow, endpoint: string, scene: Scene): Edge[] {
  const { from } = flow;
  if (typeof from !== 'object') return [];
  const { surroundings } = scene;
  if (scene.crosses(flow, endpoint)) return outwardEdges(from, tailnet, surroundings.nodePortOf(endpoint), scene);
  return scene
    .podsOf(from)
    .flatMap(pod =>
      scene
        .podsOf(surroundings.endpoint(endpoint))
        .map((other): Edge => ({ pod, direction: 'Egress', other, ports: scene.portsByService(endpoint, other) })),
    );
}

function calleeEdges(flow: Flow, endpoint: string, scene: Scene): Edge[] {
  const callee = scene.surroundings.endpoint(endpoint);
  return scene.podsOf(callee).flatMap((pod): Edge[] => {
    if (!scene.crosses(flow, endpoint)) {
      const ports = scene.portsByService(endpoint, pod);
      return callersOf(flow.from, callee.component, scene).map(other => ({ pod, direction: 'Ingress', other, ports }));
    }
    // Whoever comes through a node port seems to come from the node.
    const other = addressBlocks(scene.viewOf(callee.component).cluster.nodePortSources);
    return [{ pod, direction: 'Ingress', other, ports: scene.portsByNodePort(endpoint, pod) }];
  });
}

/** The pods that call a component from within its cluster. */
function callersOf(from: Caller, component: string, scene: Scene): readonly Pod[] {
  if (typeof from === 'object') return scene.podsOf(from);
  const { ingress } = scene.viewOf(component);
  return ingress ? [ingress] : [];
}
