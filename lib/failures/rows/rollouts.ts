import { textAt } from '../../yaml/json-path.ts';
import { storedWith } from '../changes.ts';
import type { FailureRow } from '../row.ts';
import type { RunningPod } from '../running-pod.ts';
import type { Series } from '../series.ts';
import { appearingAt } from '../world.ts';
import type { World } from '../world.ts';

/** A new image that cannot be pulled, while the pods of the old one go on: so nobody misses anything yet. */
export const rollouts: FailureRow = {
  title: 'A rollout gets no further',
  of: world =>
    [...new Map(world.scene.pods.map(pod => [pod.workload, pod])).values()]
      .filter(({ workload }) => workload.kind === 'Deployment')
      .filter(({ workload }) => textAt(workload, 'spec', 'strategy', 'type') !== 'Recreate')
      .map(pod => ({ thing: `${pod.component}/${pod.workload.metadata.name}`, changes: pulling(world, pod) })),
};

function pulling(world: World, { namespace, name: old, containers }: RunningPod): Series[] {
  const pod = `${old}-new`;
  const labels = { namespace, pod, uid: pod };
  const container = textAt(containers[0], 'name')!;
  const tellers = storedWith(world, 'kube_pod_info', { namespace, pod: old }).map(({ through }) => through[0]!);
  return tellers.flatMap(target =>
    [
      ...['Failed', 'Pending', 'Running', 'Succeeded', 'Unknown'].map(phase => ({
        metric: 'kube_pod_status_phase',
        labels: { ...labels, phase },
        value: phase === 'Pending' ? 1 : 0,
      })),
      { metric: 'kube_pod_info', labels, value: 1 },
      {
        metric: 'kube_pod_container_status_waiting_reason',
        labels: { ...labels, container, reason: 'ImagePullBackOff' },
        value: 1,
      },
    ].flatMap(own => appearingAt(world, target, own)),
  );
}
