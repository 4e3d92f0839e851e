import { textAt } from '../../yaml/json-path.ts';
import { saying, storedWith } from '../changes.ts';
import type { FailureRow } from '../row.ts';
import type { RunningPod } from '../running-pod.ts';
import { minutes } from '../series.ts';
import type { Series } from '../series.ts';
import { appearingAt } from '../world.ts';
import type { World } from '../world.ts';

/** A container goes over its memory once, and comes back. */
export const memory: FailureRow = {
  title: 'A container is killed for its memory',
  of: world =>
    world.scene.pods.flatMap(pod =>
      pod.containers.map(container => {
        const name = textAt(container, 'name')!;
        return { thing: `${name} of ${pod.component}/${pod.name}`, changes: killed(world, pod, name) };
      }),
    ),
};

function killed(world: World, { namespace, name: pod, node }: RunningPod, container: string): Series[] {
  const labels = { namespace, pod, container };
  const ended = { ...labels, uid: pod };
  const tellers = storedWith(world, 'kube_pod_info', { namespace, pod }).map(({ through }) => through[0]!);
  return [
    ...tellers.flatMap(target =>
      [
        {
          metric: 'kube_pod_container_status_last_terminated_reason',
          labels: { ...ended, reason: 'OOMKilled' },
          value: 1,
        },
        {
          metric: 'kube_pod_container_status_last_terminated_timestamp',
          labels: ended,
          value: minutes.well * 60,
        },
      ].flatMap(own => appearingAt(world, target, own)),
    ),
    ...saying(world, 'kube_pod_container_status_restarts_total', labels, 1),
    ...saying(world, 'container_oom_events_total', { ...labels, node }, 1),
  ];
}
