import type { Family } from './family.ts';
import { kubernetesVersion } from './kubernetes-version.ts';

const cni = 'github.com/containernetworking/plugins/plugins';

/** What a node is made of. */
export const nodeFamilies: readonly Family[] = [
  nodePrograms('1.36', '1.36.4'),
  nodePrograms('1.33', '1.33.13'),
  {
    name: 'containerd',
    programs: [containerdProgram('containerd'), containerdProgram('containerd-shim-runc-v2'), containerdProgram('ctr')],
    tags: ['no_btrfs', 'no_zfs', 'no_devmapper', 'no_aufs'],
  },
  {
    name: 'cni',
    programs: [
      { name: 'bridge', source: `${cni}/main/bridge` },
      { name: 'loopback', source: `${cni}/main/loopback` },
      { name: 'host-local', source: `${cni}/ipam/host-local` },
      { name: 'portmap', source: `${cni}/meta/portmap` },
    ],
  },
  { name: 'netpol', programs: [{ name: 'netpol', source: '.' }], of: 'github.com/cloudnativelabs/kube-router/v2' },
  { name: 'coredns', programs: [{ name: 'coredns', source: '.' }], of: 'github.com/coredns/coredns' },
];

function containerdProgram(name: string): Family['programs'][0] {
  return { name, source: `github.com/containerd/containerd/v2/cmd/${name}` };
}

function nodePrograms(minor: string, version: string): Family {
  return {
    name: `nodes-${minor}`,
    programs: [
      { name: 'kubelet', source: 'k8s.io/kubernetes/cmd/kubelet' },
      { name: 'kube-proxy', source: 'k8s.io/kubernetes/cmd/kube-proxy' },
    ],
    variables: kubernetesVersion(version),
  };
}
