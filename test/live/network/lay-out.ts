import { execute } from '../../conformance/processes/execute.ts';
import { layFlannel } from './flannel.ts';
import { personAddress, tailnetPrefix } from './plan.ts';
import type { ClusterPlace } from './plan.ts';

/** Network namespace of the tailnet: a bridge that everybody in it is plugged into. */
const tailnet = 'tailnet';

/**
 * Lays out the networks of all clusters inside the network namespace of this process, which belongs to the person at the
 * keyboard: bridges, cables, addresses, routes. No cable leads out, and nothing has a route further than its own networks.
 */
export async function layOut(places: readonly ClusterPlace[]): Promise<void> {
  await makeNamespace(tailnet);
  await makeBridge(tailnet, 'bridge');
  await plug(
    { namespace: tailnet, bridge: 'bridge' },
    { device: 'tailscale0', address: `${personAddress}/${tailnetPrefix}` },
  );
  for (const place of places) await layCluster(place);
}

async function layCluster(place: ClusterPlace): Promise<void> {
  const { around, gateway, prefix, workstation, nodes } = place;
  await makeNamespace(around);
  await makeBridge(around, 'nodes', `${gateway}/${prefix}`);
  if (workstation) {
    await joinTailnet(around, place.tailnet);
    await publishPorts(place);
  }
  for (const node of nodes) {
    await makeNamespace(node.namespace);
    await plug(
      { namespace: around, bridge: 'nodes' },
      { into: node.namespace, device: 'eth0', address: `${node.address}/${prefix}` },
    );
    await run('ip', '-n', node.namespace, 'route', 'add', 'default', 'via', gateway);
    if (node.tailnet !== undefined) await joinTailnet(node.namespace, node.tailnet);
    await forwards(node.namespace);
  }
  await layFlannel(place);
}

/** What k3d publishes is translated where it arrives, and keeps its source: Docker without its proxy. */
async function publishPorts({ around, cluster, nodes: [first], prefix, gateway }: ClusterPlace): Promise<void> {
  await forwards(around);
  const port = new URL(cluster.apiServerUrl).port;
  const ports = [
    [port, String(cluster.apiServer.port)],
    ...(cluster.publishedNodePorts ?? []).map(each => [String(each), String(each)]),
  ];
  for (const [from = '', to = ''] of ports) {
    await inNamespace(
      around,
      'iptables',
      '-t',
      'nat',
      '-A',
      'PREROUTING',
      '!',
      '-i',
      'nodes',
      '-p',
      'tcp',
      '--dport',
      from,
      '-j',
      'DNAT',
      '--to-destination',
      `${first!.address}:${to}`,
    );
  }
  await inNamespace(
    around,
    'iptables',
    '-t',
    'nat',
    '-A',
    'POSTROUTING',
    '-s',
    `${gateway}/${prefix}`,
    '!',
    '-o',
    'nodes',
    '-j',
    'MASQUERADE',
  );
}

/** Whether the workstation puts its own address in place of the client's, as Docker's proxy does, or keeps it. */
export async function rewriteSources({ around }: ClusterPlace, rewrite: boolean): Promise<void> {
  await inNamespace(
    around,
    'iptables',
    '-t',
    'nat',
    rewrite ? '-A' : '-D',
    'POSTROUTING',
    '-o',
    'nodes',
    '-j',
    'MASQUERADE',
  );
}

async function joinTailnet(namespace: string, address: string): Promise<void> {
  await plug(
    { namespace: tailnet, bridge: 'bridge' },
    { into: namespace, device: 'tailscale0', address: `${address}/${tailnetPrefix}` },
  );
}

/** Settings of the kernel are per network namespace. */
async function forwards(namespace: string): Promise<void> {
  const settings = ['ip_forward=1', 'conf.all.rp_filter=0', 'conf.default.rp_filter=0'].map(
    setting => `net.ipv4.${setting}`,
  );
  await inNamespace(namespace, 'sysctl', '-qw', ...settings, 'net.bridge.bridge-nf-call-iptables=1');
}

async function makeNamespace(name: string): Promise<void> {
  await run('ip', 'netns', 'add', name);
  await run('ip', '-n', name, 'link', 'set', 'lo', 'up');
}

async function makeBridge(namespace: string, name: string, address?: string): Promise<void> {
  await run('ip', '-n', namespace, 'link', 'add', name, 'type', 'bridge');
  if (address !== undefined) await run('ip', '-n', namespace, 'address', 'add', address, 'dev', name);
  await run('ip', '-n', namespace, 'link', 'set', name, 'up');
}

let cables = 0;

/** A cable from a bridge to a device. Without `into` the device is that of this process' own namespace. */
async function plug(
  { namespace, bridge }: { readonly namespace: string; readonly bridge: string },
  { into, device, address }: { readonly into?: string; readonly device: string; readonly address: string },
): Promise<void> {
  cables += 1;
  const socket = `port${cables}`;
  const there = into === undefined ? [] : ['-n', into];
  await run('ip', ...there, 'link', 'add', device, 'type', 'veth', 'peer', 'name', socket, 'netns', namespace);
  await run('ip', '-n', namespace, 'link', 'set', socket, 'master', bridge, 'up');
  await run('ip', ...there, 'address', 'add', address, 'dev', device);
  await run('ip', ...there, 'link', 'set', device, 'up');
}

/** Runs a program in a network namespace. */
export function inNamespace(namespace: string, ...command: readonly string[]): Promise<string> {
  return run('ip', 'netns', 'exec', namespace, ...command);
}

function run(program: string, ...args: readonly string[]): Promise<string> {
  return execute(program, args);
}

/** Takes a cluster's workstation off the tailnet. */
export async function pullOut({ around }: ClusterPlace): Promise<void> {
  await run('ip', '-n', around, 'link', 'set', 'tailscale0', 'down');
}

/** Puts it back. */
export async function plugIn({ around }: ClusterPlace): Promise<void> {
  await run('ip', '-n', around, 'link', 'set', 'tailscale0', 'up');
}
