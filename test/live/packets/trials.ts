import { textAt } from '../../../lib/yaml/json-path.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import type { Declared } from './declared.ts';
import { nodePortsOf } from '../node-ports.ts';
import { livePods } from './live-pods.ts';
import type { LivePod } from './live-pods.ts';
import { host, insidePods, machine, person } from './places.ts';
import type { Origin, Target } from './places.ts';

/** A connection to try, and whether the declared flows let it through. */
export interface Trial {
  readonly target: Target;
  readonly declared: boolean;
}

/** Everything to try from one place. */
export interface Trials {
  readonly origin: Origin;
  readonly trials: readonly Trial[];
}

/** Every pod, node and neighbour against every port of every pod, node port, API server and kubelet that it could meet. */
export async function allTrials(clusters: readonly LiveCluster[], declared: Declared): Promise<Trials[]> {
  const pods = new Map<LiveCluster, readonly LivePod[]>();
  for (const cluster of clusters) pods.set(cluster, await livePods(cluster));
  const found: Trials[] = [];
  for (const cluster of clusters) {
    const own = pods.get(cluster)!;
    const origins = await insidePods(
      cluster,
      own.filter(pod => declared.isOurs(pod)),
    );
    for (const [pod, origin] of origins) {
      const trials = [
        ...own.filter(other => other !== pod).flatMap(other => toPod(pod, other, cluster, declared)),
        ...toCluster(pod, cluster, declared),
      ];
      for (const other of clusters) if (other !== cluster) trials.push(...(await toNodePorts(pod, other, declared)));
      found.push({ origin, trials });
    }
    found.push(...(await fromIngress(cluster, own, declared)));
    found.push(...fromNodes(cluster, own, declared));
    found.push({ origin: person, trials: await nodePortTrials(cluster) });
    if (cluster.place.workstation) found.push(await fromWorkstation(cluster));
  }
  return found;
}

/** The ingress controller, whom only those keep out that are asked. */
async function fromIngress(cluster: LiveCluster, pods: readonly LivePod[], declared: Declared): Promise<Trials[]> {
  const { ingress } = cluster.row;
  if (!ingress) return [];
  const controllers = pods.filter(
    ({ namespace, labels }) => namespace === ingress.namespace && hasLabels(labels, ingress.labels),
  );
  if (controllers.length === 0) throw new Error(`${cluster.name}: no pod is its ingress controller, one must be`);
  const targets = pods.filter(pod => declared.isOurs(pod)).flatMap(pod => pod.ports.map(port => ({ pod, port })));
  const trials = targets.map(({ pod, port }) => ({
    target: { title: `${pod.title}:${port}`, host: pod.address, port },
    declared: declared.ingressTo(pod, port),
  }));
  return [...(await insidePods(cluster, controllers)).values()].map(origin => ({ origin, trials }));
}

function hasLabels(labels: LivePod['labels'], wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}

function toPod(from: LivePod, to: LivePod, { row }: LiveCluster, declared: Declared): Trial[] {
  const isDns = to.namespace === row.dns.namespace && hasLabels(to.labels, row.dns.labels);
  return to.ports.map(port => ({
    target: { title: `${to.title}:${port}`, host: to.address, port },
    declared: (isDns && port === 53) || declared.amongPods(from, to, port),
  }));
}

function toCluster(from: LivePod, { row, place }: LiveCluster, declared: Declared): Trial[] {
  const server = place.nodes[0]!.address;
  return [
    {
      target: { title: `${row.name}: the API server`, host: server, port: row.apiServer.port },
      declared: declared.toCluster(from, 'kubernetes-api'),
    },
    ...place.nodes.map(({ name, address }) => ({
      target: { title: `${row.name}: the kubelet of ${name}`, host: address, port: row.kubelets.port },
      declared: declared.toCluster(from, 'kubelets'),
    })),
  ];
}

async function toNodePorts(from: LivePod, { row, api, place }: LiveCluster, declared: Declared): Promise<Trial[]> {
  return (await openedIn(api)).map(port => ({
    target: { title: `${row.name}: node port ${port}`, host: place.tailnet, port },
    declared: declared.toNodePort(from, row.name, port),
  }));
}

/** A node always reaches its own pods: it has to ask them whether they are well. */
function fromNodes({ nodes }: LiveCluster, pods: readonly LivePod[], declared: Declared): Trials[] {
  return nodes.map(node => ({
    origin: host(node),
    trials: pods
      .filter(pod => declared.isOurs(pod))
      .flatMap(pod =>
        pod.ports.map(port => ({
          target: { title: `${pod.title}:${port}`, host: pod.address, port },
          declared: pod.node === node.place.name || declared.throughNodePort(pod, port),
        })),
      ),
  }));
}

/** Every node port, by every address that its cluster has in the tailnet. */
export async function nodePortTrials({ row, api, place }: LiveCluster): Promise<Trial[]> {
  const addresses = place.workstation ? [place.tailnet] : place.nodes.map(({ tailnet }) => tailnet!);
  return (await openedIn(api)).flatMap(port =>
    addresses.map(address => ({
      target: { title: `${row.name}: node port ${port} at ${address}`, host: address, port },
      declared: true,
    })),
  );
}

async function fromWorkstation({ row, api, place }: LiveCluster): Promise<Trials> {
  const ports = await openedIn(api);
  return {
    origin: machine(`the workstation of ${row.name}`, place.around),
    trials: ports.map(port => ({
      target: { title: `${row.name}: node port ${port}`, host: place.nodes[0]!.address, port },
      declared: true,
    })),
  };
}

async function openedIn(api: LiveCluster['api']): Promise<number[]> {
  const services = await api.list('/api/v1/services');
  return services.filter(service => textAt(service, 'spec', 'type') === 'NodePort').flatMap(nodePortsOf);
}
