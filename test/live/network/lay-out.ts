import { execute } from '../../conformance/processes/execute.ts';
import { letForward, makeBridge, makeNamespace, plug } from './cables.ts';
import { layFlannel } from './flannel.ts';
import { personAddress, tailnetPrefix } from './plan.ts';
import type { ClusterPlace } from './plan.ts';
import { publishPorts } from './workstation.ts';

/** Network namespace of the tailnet: a bridge that everybody in it is plugged into. */
const tailnet = { namespace: 'tailnet', bridge: 'bridge' };

/**
 * Lays out the networks of all clusters inside the network namespace of this process, which belongs to the person at the
 * keyboard: bridges, cables, addresses, routes. No cable leads out, and nothing has a route further than its own networks.
 */
export async function layOut(places: readonly ClusterPlace[]): Promise<void> {
  await makeNamespace(tailnet.namespace);
  await makeBridge(tailnet.namespace, tailnet.bridge);
  await plug(tailnet, { device: 'tailscale0', address: `${personAddress}/${tailnetPrefix}` });
  for (const place of places) await layCluster(place);
}

async function layCluster(place: ClusterPlace): Promise<void> {
  const { around, gateway, prefix, workstation, nodes } = place;
  await makeNamespace(around);
  await makeBridge(around, 'nodes', `${gateway}/${prefix}`);
  if (workstation) {
    await joinTailnet(around, place.tailnet);
    await letForward(around);
    await publishPorts(place);
  }
  for (const { namespace, address, tailnet: own } of nodes) {
    await makeNamespace(namespace);
    await plug(
      { namespace: around, bridge: 'nodes' },
      { into: namespace, device: 'eth0', address: `${address}/${prefix}` },
    );
    await execute('ip', ['-n', namespace, 'route', 'add', 'default', 'via', gateway]);
    if (own !== undefined) await joinTailnet(namespace, own);
    await letForward(namespace);
  }
  await layFlannel(place);
}

async function joinTailnet(namespace: string, address: string): Promise<void> {
  await plug(tailnet, { into: namespace, device: 'tailscale0', address: `${address}/${tailnetPrefix}` });
}
