import { join } from 'node:path';
import type { Running } from '../../conformance/kubernetes/control-plane.ts';
import type { Supervisor } from '../../conformance/processes/supervisor.ts';
import { until } from '../../conformance/processes/until.ts';
import type { ClusterPlace } from '../network/plan.ts';
import { agents } from '../node/agents.ts';
import type { Membership } from '../node/agents.ts';
import { shareImages } from '../node/image-store.ts';
import { thisMachine } from '../node/machine.ts';
import { Node } from '../node/node.ts';
import { runtime, socket } from '../node/runtime.ts';
import { tool } from '../../conformance/toolbox/build.ts';
import { authorityOf, startControlPlane } from './control-plane.ts';

/** A cluster whose nodes really run containers. */
export interface LiveCluster extends Running {
  readonly place: ClusterPlace;
  readonly nodes: readonly Node[];

  /** How a node finds it. */
  readonly membership: Membership;
}

/** Where a run does its work. */
export interface Ground {
  readonly supervisor: Supervisor;

  /** Folder of the run, and the name of its control group. */
  readonly folder: string;
  readonly run: string;

  /** Folder of the images that every node is given. */
  readonly images: string;
}

/** Starts the nodes of a cluster and what makes them one. Its pods have a network, but nothing else yet. */
export async function startLiveCluster(place: ClusterPlace, ground: Ground): Promise<LiveCluster> {
  const { supervisor, folder, run, images } = ground;
  const { cluster } = place;
  const own = join(folder, cluster.name);
  const nodes = place.nodes.map(each => new Node(each, run, folder, supervisor));
  for (const node of nodes) await shareImages(images, node.folder);
  const [authority] = await Promise.all([authorityOf(place, own), ...nodes.map(node => node.boot())]);
  for (const node of nodes) node.start(runtime(node));
  const running = await startControlPlane(place, nodes[0]!, authority, own);
  const url = `https://${nodes[0]!.place.address}:${cluster.apiServer.port}`;
  const membership: Membership = { minor: running.minor, url, authority, kubeconfig: join(own, 'kubeconfig') };
  for (const node of nodes) await startAgents(node, membership);
  const live = { ...running, place, nodes, membership };
  await until(`the nodes of ${cluster.name} are ready`, { seconds: 60, missing: () => unready(live) });
  return live;
}

/** Switches a node on again whose plug was pulled. What is on its disk is still there. */
export async function revive(node: Node, { membership }: LiveCluster): Promise<void> {
  await node.boot();
  node.start(runtime(node));
  await startAgents(node, membership);
}

async function startAgents(node: Node, membership: Membership): Promise<void> {
  await until(`containerd of ${node.place.namespace} answers`, {
    seconds: 30,
    missing: async () => {
      await node.run(tool('containerd', 'ctr'), '--address', socket, 'version');
      return undefined;
    },
  });
  for (const program of await agents(node, membership, thisMachine())) node.start(program);
}

/** Which nodes are not there or not ready, in words. */
export async function unready({ api, nodes }: LiveCluster): Promise<string | undefined> {
  const known = await api.list('/api/v1/nodes');
  const lacking = nodes.filter(({ place }) => {
    const status = known.find(({ metadata }) => metadata.name === place.name)?.['status'] as
      { readonly conditions?: readonly { readonly type: string; readonly status: string }[] } | undefined;
    return !status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True');
  });
  return lacking.length === 0 ? undefined : lacking.map(({ place }) => place.name).join(', ');
}
