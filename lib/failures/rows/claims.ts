import type { Cluster } from '../../model/cluster.ts';
import { listAt, textAt } from '../../yaml/json-path.ts';
import { saying } from '../changes.ts';
import type { FailureRow } from '../row.ts';
import type { RunningPod } from '../running-pod.ts';
import type { Series } from '../series.ts';
import { appearingAt } from '../world.ts';
import type { World } from '../world.ts';

/** Classes whose volumes are folders on a node's disk, held to no size. https://github.com/rancher/local-path-provisioner */
const onNodesDisks: readonly string[] = ['local-path'];

// What k3s makes the default class of its clusters.
const bundled = 'local-path';

/** A claim has no room left. */
export const fullClaims: FailureRow = {
  title: 'A claim is full',
  of: world =>
    claimsOf(world).map(({ pod, name }) => ({
      thing: `${name} in ${pod.namespace}`,
      changes: onNodesDisks.includes(pod.cluster.storageClass ?? bundled)
        ? saying(world, 'container_fs_usage_bytes', { node: pod.node, id: '/' }, 79 * 2 ** 30)
        : measured(world, pod.cluster, pod, name),
    })),
};

/** Volumes of other classes are measured by the kubelet. */
function measured(world: World, cluster: Cluster, { namespace, node }: RunningPod, name: string): Series[] {
  const labels = { namespace, persistentvolumeclaim: name };
  return world.targets
    .filter(target => target.node === node && target.server.cluster === cluster)
    .flatMap(target => [
      ...appearingAt(world, target, { metric: 'kubelet_volume_stats_capacity_bytes', labels, value: 100 }),
      ...appearingAt(world, target, { metric: 'kubelet_volume_stats_available_bytes', labels, value: 0 }),
    ]);
}

interface Claimed {
  readonly pod: RunningPod;
  readonly name: string;
}

/** Claims that pods mount, and those that a StatefulSet makes for each of its pods. */
function claimsOf({ scene }: World): Claimed[] {
  return scene.pods.flatMap(pod => [
    ...listAt(pod.workload, 'spec', 'template', 'spec', 'volumes').flatMap((volume): Claimed[] => {
      const name = textAt(volume, 'persistentVolumeClaim', 'claimName');
      return name === undefined ? [] : [{ pod, name }];
    }),
    ...listAt(pod.workload, 'spec', 'volumeClaimTemplates').map(claim => ({
      pod,
      name: `${textAt(claim, 'metadata', 'name')}-${pod.name}`,
    })),
  ]);
}
