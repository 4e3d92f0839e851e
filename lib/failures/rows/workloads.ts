import { saying, silent, storedWith } from '../changes.ts';
import { routesIn, tellsSomebody } from '../receiver.ts';
import type { Broken, FailureRow } from '../row.ts';
import type { RunningPod } from '../running-pod.ts';
import { pacing } from '../series.ts';
import type { Series } from '../series.ts';
import type { Target } from '../targets.ts';
import type { World } from '../world.ts';

/** All containers of a workload end again and again: its pods are there, and none is ready. */
export const workloads: FailureRow = {
  title: 'A service crashes again and again',
  of: world => [...new Map(world.scene.pods.map(pod => [pod.workload, pod])).values()].map(pod => crashing(world, pod)),
};

function crashing(world: World, pod: RunningPod): Broken {
  const { component, service, namespace, workload } = pod;
  const judge = world.servers.find(({ judges }) => judges);
  const thing = `${component}/${workload.metadata.name}`;
  if (judge?.component === component && judge.service === service) return { thing, ...silence(world) };
  return {
    thing,
    changes: [
      ...unready(world, namespace, workload),
      ...podUnready(world, pod),
      ...restarting(world, pod),
      ...unanswered(world, pod),
    ],
  };
}

/** Nothing is judged any more: whoever waits for what always fires notices, where anybody does. */
function silence({ scene: { units } }: World): Omit<Broken, 'thing'> {
  const waitedFor = units
    .flatMap(({ manifests }) => manifests.flatMap(routesIn))
    .some(config => tellsSomebody(config, { alertname: 'Watchdog', severity: 'none' }));
  if (waitedFor) return { changes: [], silences: true };
  return {
    changes: [],
    unwatched: 'it alone judges, and nobody outside waits for Watchdog: deadMansSwitch is not set',
  };
}

/** What kube-state-metrics says when no pod of a workload is ready. */
function unready(world: World, namespace: string, { kind, metadata: { name } }: RunningPod['workload']): Series[] {
  if (kind === 'Deployment') {
    return saying(world, 'kube_deployment_status_replicas_available', { namespace, deployment: name }, 0);
  }
  return saying(world, 'kube_statefulset_status_replicas_ready', { namespace, statefulset: name }, 0);
}

function podUnready(world: World, { namespace, name: pod }: RunningPod): Series[] {
  const ready = (condition: string, value: number): Series[] =>
    saying(world, 'kube_pod_status_ready', { namespace, pod, condition }, value);
  return [...ready('true', 0), ...ready('false', 1)];
}

/** After a while the kubelet starts a container that ends at once every five minutes. */
function restarting(world: World, { namespace, name }: RunningPod): Series[] {
  return storedWith(world, 'kube_pod_container_status_restarts_total', { namespace, pod: name }).map(({ series }) =>
    pacing(series, 0.2),
  );
}

function unanswered(world: World, { component, service }: RunningPod): Series[] {
  return silent(world, targetsAt(world, component, service));
}

/** Everything that a service answers. */
export function targetsAt({ targets }: World, component: string, service: string): Target[] {
  return targets.filter(({ by }) => by?.component === component && by.service === service);
}
