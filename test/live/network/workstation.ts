import { execute } from '../../conformance/processes/execute.ts';
import { inNamespace } from './cables.ts';
import type { ClusterPlace } from './plan.ts';

/** What k3d publishes is translated where it arrives, and keeps its source: Docker without its proxy. */
export async function publishPorts({ around, cluster, nodes, prefix, gateway }: ClusterPlace): Promise<void> {
  const { port } = new URL(cluster.apiServerUrl);
  const published = cluster.publishedNodePorts ?? [];
  const ports = [[port, cluster.apiServer.port] as const, ...published.map(each => [each, each] as const)];
  for (const [from, to] of ports) {
    const arriving = ['!', '-i', 'nodes', '-p', 'tcp', '--dport', String(from)];
    await nat(around, '-A', 'PREROUTING', ...arriving, '-j', 'DNAT', '--to-destination', `${nodes[0]!.address}:${to}`);
  }
  await nat(around, '-A', 'POSTROUTING', '-s', `${gateway}/${prefix}`, '!', '-o', 'nodes', '-j', 'MASQUERADE');
}

/** Whether the workstation puts its own address in place of the client's, as Docker's proxy does, or keeps it. */
export async function rewriteSources({ around }: ClusterPlace, rewrite: boolean): Promise<void> {
  await nat(around, rewrite ? '-A' : '-D', 'POSTROUTING', '-o', 'nodes', '-j', 'MASQUERADE');
}

/** Takes a cluster's workstation off the tailnet. */
export async function pullOut({ around }: ClusterPlace): Promise<void> {
  await execute('ip', ['-n', around, 'link', 'set', 'tailscale0', 'down']);
}

/** Puts it back. */
export async function plugIn({ around }: ClusterPlace): Promise<void> {
  await execute('ip', ['-n', around, 'link', 'set', 'tailscale0', 'up']);
}

function nat(namespace: string, ...rule: readonly string[]): Promise<string> {
  return inNamespace(namespace, 'iptables', '-t', 'nat', ...rule);
}
