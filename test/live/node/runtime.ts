import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tool } from '../../conformance/toolbox/build.ts';
import { podCidr } from '../network/plan.ts';
import type { Node, NodeProgram } from './node.ts';

/** Where containerd listens, in the node. */
export const socket = '/run/containerd/containerd.sock';

/** Image of what holds a pod's namespaces. */
export const pauseImage = 'registry.k8s.io/pause:3.10';

/**
 * The container runtime of a node, with runc and the plugins that make the network of pods.
 * https://github.com/containerd/containerd/blob/main/docs/cri/config.md
 */
export function runtime({ folder, place }: Node): NodeProgram {
  const networks = join(folder, 'network');
  mkdirSync(networks, { recursive: true });
  writeFileSync(join(networks, '10-cbr0.conflist'), JSON.stringify(networkOf(place.podCidr), null, 2));
  const config = join(folder, 'containerd.toml');
  writeFileSync(config, configuration(networks));
  return {
    name: 'containerd',
    program: tool('containerd'),
    args: ['--config', config],
    env: { PATH: `${dirname(tool('containerd'))}:/usr/sbin:/usr/bin:/sbin:/bin` },
  };
}

function configuration(networks: string): string {
  return `version = 3
root = "/var/lib/containerd"
state = "/run/containerd"
disabled_plugins = ["io.containerd.snapshotter.v1.blockfile", "io.containerd.snapshotter.v1.erofs", "io.containerd.nri.v1.nri", "io.containerd.tracing.processor.v1.otlp", "io.containerd.internal.v1.tracing"]
[grpc]
  address = "${socket}"
[plugins."io.containerd.cri.v1.images"]
  snapshotter = "overlayfs"
  [plugins."io.containerd.cri.v1.images".pinned_images]
    sandbox = "${pauseImage}"
[plugins."io.containerd.cri.v1.runtime"]
  restrict_oom_score_adj = true
  disable_apparmor = true
  disable_hugetlb_controller = true
  tolerate_missing_hugetlb_controller = true
  [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc.options]
      SystemdCgroup = false
      BinaryName = "/usr/sbin/runc"
  [plugins."io.containerd.cri.v1.runtime".cni]
    bin_dirs = ["${dirname(tool('cni', 'bridge'))}"]
    conf_dir = "${networks}"
`;
}

/** Every pod of a node on one bridge, and its ports on the node where a pod asks for that: as k3s has it. */
function networkOf(subnet: string): object {
  return {
    cniVersion: '1.0.0',
    name: 'cbr0',
    plugins: [
      {
        type: 'bridge',
        bridge: 'cni0',
        hairpinMode: true,
        forceAddress: true,
        isDefaultGateway: true,
        ipMasq: false,
        mtu: 1450,
        ipam: { type: 'host-local', ranges: [[{ subnet }]], routes: [{ dst: podCidr }] },
      },
      { type: 'portmap', capabilities: { portMappings: true } },
    ],
  };
}
