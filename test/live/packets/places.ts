import { join } from 'node:path';
import { execute } from '../../conformance/processes/execute.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import type { Node } from '../node/node.ts';
import type { LivePod } from './live-pods.ts';

/** Where a connection is to go. */
export interface Target {
  readonly title: string;
  readonly host: string;
  readonly port: number;
}

/** Where connections can be started. */
export interface Origin {
  readonly title: string;

  /** @returns for each target whether it let itself be connected */
  connects(targets: readonly Target[]): Promise<boolean[]>;
}

const probe = join(import.meta.dirname, 'probe.mjs');

function results(text: string): boolean[] {
  return (JSON.parse(text) as string[]).map(result => result === 'open');
}

/** The person at the keyboard, who is in the tailnet. */
export const person: Origin = {
  title: 'a machine of the tailnet',
  connects: async targets => results(await execute(process.execPath, [probe, JSON.stringify(targets)])),
};

/** A machine around a cluster. @param namespace its network namespace */
export function machine(title: string, namespace: string): Origin {
  const enter = ['netns', 'exec', namespace, process.execPath, probe];
  return { title, connects: async targets => results(await execute('ip', [...enter, JSON.stringify(targets)])) };
}

/** A node itself, outside all of its pods. */
export function host(node: Node): Origin {
  return {
    title: `node ${node.place.namespace}`,
    connects: async targets => results(await node.run(process.execPath, probe, JSON.stringify(targets))),
  };
}

/** The pods of a cluster that have a network of their own, each as it sees the network. */
export async function insidePods(cluster: LiveCluster, pods: readonly LivePod[]): Promise<Map<LivePod, Origin>> {
  const networks = await networksOf(cluster, pods);
  return new Map(
    [...networks].map(([pod, run]) => [
      pod,
      { title: pod.title, connects: async targets => results(await run(probe, JSON.stringify(targets))) },
    ]),
  );
}

/** Runs a script of this repository in the network of a pod, and returns what it printed. */
export type InNetwork = (script: string, told: string) => Promise<string>;

/** The networks of pods. */
export async function networksOf({ nodes }: LiveCluster, pods: readonly LivePod[]): Promise<Map<LivePod, InNetwork>> {
  const found = new Map<LivePod, InNetwork>();
  for (const node of nodes) {
    const namespaces = await namespacesByAddress(node);
    for (const pod of pods.filter(each => each.node === node.place.name)) {
      const namespace = namespaces.get(pod.address);
      if (namespace === undefined) throw new Error(`${pod.title}: no network namespace of its node has ${pod.address}`);
      found.set(pod, (script, told) => node.run('nsenter', `--net=${namespace}`, process.execPath, script, told));
    }
  }
  return found;
}

/** Network namespaces that the runtime of a node has made, by the address in each. */
async function namespacesByAddress(node: Node): Promise<Map<string, string>> {
  const script =
    'for file in /run/netns/*; do echo "$file $(nsenter --net="$file" ip -4 -oneline address show dev eth0)"; done';
  const lines = (await node.run('bash', '-c', script)).split('\n');
  return new Map(
    lines.flatMap(line => {
      const [, file = '', address = ''] = /^(\S+) .* inet ([\d.]+)\//.exec(line) ?? [];
      return address === '' ? [] : [[address, file] as const];
    }),
  );
}
