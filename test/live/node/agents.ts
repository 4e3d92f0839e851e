import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { amountOf } from '../../../lib/model/amounts.ts';
import type { Cpu, Memory } from '../../../lib/model/amounts.ts';
import { kubeconfig, signed } from '../../conformance/kubernetes/authority.ts';
import type { Authority } from '../../conformance/kubernetes/authority.ts';
import { tool } from '../../conformance/toolbox/build.ts';
import { dnsAddress, podCidr, serviceCidr } from '../network/plan.ts';
import { shownProcessors } from './machine.ts';
import type { Machine } from './machine.ts';
import type { Node, NodeProgram } from './node.ts';
import { socket } from './runtime.ts';

/** Where a node finds its cluster. */
export interface Membership {
  readonly minor: string;
  readonly url: string;
  readonly authority: Authority;

  /** Path of the administrator's kubeconfig. */
  readonly kubeconfig: string;
}

/** What makes a machine a node of its cluster: kubelet, kube-proxy, and what enforces network policies. */
export async function agents(node: Node, cluster: Membership, machine: Machine): Promise<NodeProgram[]> {
  const { minor, kubeconfig: admin } = cluster;
  const { name } = node.place;
  return [
    await kubelet(node, cluster, machine),
    {
      name: 'kube-proxy',
      program: tool(`nodes-${minor}`, 'kube-proxy'),
      args: [`--config=${proxyConfiguration(node, admin)}`, `--hostname-override=${name}`],
    },
    {
      name: 'netpol',
      program: tool('netpol'),
      args: ['--kubeconfig', admin, '--node', name, '--services', serviceCidr],
    },
  ];
}

async function kubelet({ folder, place }: Node, cluster: Membership, machine: Machine): Promise<NodeProgram> {
  const { authority, url, minor } = cluster;
  const own = join(folder, 'kubelet');
  mkdirSync(own, { recursive: true });
  // As k3s does it: one authority for clients and servers, so that what trusts it can ask kubelets.
  const names = ['-addext', `subjectAltName=DNS:${place.name},IP:${place.address}`];
  const serving = await signed(own, 'serving', authority, ['-subj', `/CN=${place.name}`, ...names]);
  const client = await signed(own, 'client', authority, [
    ...['-subj', `/O=system:nodes/CN=system:node:${place.name}`],
    ...['-addext', 'extendedKeyUsage=clientAuth'],
  ]);
  const config = join(own, 'kubeconfig');
  writeFileSync(config, kubeconfig(place.name, url, { ...authority, admin: client }), { mode: 0o600 });
  const settings = {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    failCgroupV1: false,
    cgroupDriver: 'cgroupfs',
    containerRuntimeEndpoint: `unix://${socket}`,
    clusterDNS: [dnsAddress],
    clusterDomain: 'cluster.local',
    resolvConf: '/etc/resolv.conf',
    failSwapOn: false,
    oomScoreAdj: 0,
    authentication: { anonymous: { enabled: false }, webhook: { enabled: true }, x509: { clientCAFile: authority.ca } },
    authorization: { mode: 'Webhook' },
    tlsCertFile: serving.certificate,
    tlsPrivateKeyFile: serving.key,
    evictionHard: Object.fromEntries(
      ['imagefs.available', 'memory.available', 'nodefs.available', 'nodefs.inodesFree'].map(each => [each, '0%']),
    ),
    imageGCHighThresholdPercent: 100,
    imageGCLowThresholdPercent: 99,
    serializeImagePulls: false,
    enforceNodeAllocatable: ['pods'],
    protectKernelDefaults: false,
    systemReserved: reserved(place.pool, machine),
    registerWithTaints: (place.pool.taints ?? []).map(taint => ({ ...taint })),
  };
  const file = join(own, 'config.json');
  writeFileSync(file, JSON.stringify(settings, null, 2));
  const labels = Object.entries(place.pool.labels ?? {}).map(([key, value]) => `${key}=${value}`);
  return {
    name: 'kubelet',
    program: tool(`nodes-${minor}`, 'kubelet'),
    args: [
      `--config=${file}`,
      `--kubeconfig=${config}`,
      `--hostname-override=${place.name}`,
      `--node-ip=${place.address}`,
      ...(labels.length > 0 ? [`--node-labels=${labels.join(',')}`] : []),
    ],
  };
}

/** What a node must not give away, so that it has just what its row says; nothing where the machine has less. */
function reserved(pool: Node['place']['pool'], machine: Machine): Record<string, string> {
  const over = (has: bigint, row: Cpu | Memory): bigint => {
    const rest = has - amountOf(row);
    return rest > 0n ? rest : 0n;
  };
  const billion = 1_000_000_000n;
  return {
    cpu: `${over(amountOf(`${shownProcessors(pool, machine)}`), pool.cpu) / 1_000_000n}m`,
    memory: String(over(machine.memory, pool.memory) / billion),
  };
}

function proxyConfiguration({ folder }: Node, kubeconfigFile: string): string {
  const file = join(folder, 'kube-proxy.json');
  const settings = {
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'iptables',
    clusterCIDR: podCidr,
    clientConnection: { kubeconfig: kubeconfigFile },
    oomScoreAdj: 0,
    // How many connections the kernel follows is the machine's to say.
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
  };
  writeFileSync(file, JSON.stringify(settings, null, 2));
  return file;
}
