import { execute } from '../../conformance/processes/execute.ts';
import { podCidr } from './plan.ts';
import type { ClusterPlace, NodePlace } from './plan.ts';

const device = 'flannel.1';

/**
 * What flannel does on each node, as k3s starts it: pods of other nodes are behind a VXLAN device, and what leaves the
 * pods' own network does so under an address of the node.
 * https://github.com/flannel-io/flannel/blob/master/Documentation/backends.md
 */
export async function layFlannel({ nodes }: ClusterPlace): Promise<void> {
  for (const node of nodes) {
    await ip(node, 'link', 'add', device, 'type', 'vxlan', 'id', '1', 'dev', 'eth0', 'dstport', '8472', 'nolearning');
    await ip(node, 'link', 'set', device, 'mtu', '1450', 'address', macOf(node), 'up');
    await ip(node, 'address', 'add', `${bridgeOf(node)}/32`, 'dev', device);
    await masquerade(node);
  }
  for (const node of nodes) for (const peer of nodes) if (peer !== node) await reach(node, peer);
}

async function reach(node: NodePlace, peer: NodePlace): Promise<void> {
  await ip(node, 'route', 'add', peer.podCidr, 'via', bridgeOf(peer), 'dev', device, 'onlink');
  await ip(node, 'neighbour', 'add', bridgeOf(peer), 'lladdr', macOf(peer), 'dev', device, 'nud', 'permanent');
  const entry = ['fdb', 'append', macOf(peer), 'dev', device, 'dst', peer.address];
  await execute('ip', ['netns', 'exec', node.namespace, 'bridge', ...entry]);
}

async function masquerade(node: NodePlace): Promise<void> {
  const nat = (...rule: readonly string[]): Promise<string> => rules(node, '-t', 'nat', ...rule);
  await nat('-N', 'FLANNEL-POSTRTG');
  await nat('-A', 'POSTROUTING', '-j', 'FLANNEL-POSTRTG');
  await nat('-A', 'FLANNEL-POSTRTG', '-s', node.podCidr, '-d', podCidr, '-j', 'RETURN');
  await nat('-A', 'FLANNEL-POSTRTG', '-s', podCidr, '-d', podCidr, '-j', 'RETURN');
  await nat('-A', 'FLANNEL-POSTRTG', '!', '-s', podCidr, '-d', node.podCidr, '-j', 'RETURN');
  await nat('-A', 'FLANNEL-POSTRTG', '-s', podCidr, '!', '-d', '224.0.0.0/4', '-j', 'MASQUERADE', '--random-fully');
  await nat('-A', 'FLANNEL-POSTRTG', '!', '-s', podCidr, '-d', podCidr, '-j', 'MASQUERADE', '--random-fully');
  await rules(node, '-N', 'FLANNEL-FWD');
  await rules(node, '-A', 'FORWARD', '-j', 'FLANNEL-FWD');
  await rules(node, '-A', 'FLANNEL-FWD', '-s', podCidr, '-j', 'ACCEPT');
  await rules(node, '-A', 'FLANNEL-FWD', '-d', podCidr, '-j', 'ACCEPT');
}

/** Address of the device: the first of the node's pods' own. */
function bridgeOf({ podCidr: own }: NodePlace): string {
  return own.split('/')[0] ?? '';
}

/** A hardware address of the locally administered sort, after the node's own address. */
function macOf({ address }: NodePlace): string {
  return ['02', '42', ...address.split('.').map(part => Number(part).toString(16).padStart(2, '0'))].join(':');
}

function ip(node: NodePlace, ...args: readonly string[]): Promise<string> {
  return execute('ip', ['-n', node.namespace, ...args]);
}

function rules(node: NodePlace, ...rule: readonly string[]): Promise<string> {
  return execute('ip', ['netns', 'exec', node.namespace, 'iptables', ...rule]);
}
