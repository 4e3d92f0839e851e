import { amountsOf } from '../../kinds/pods/amounts.ts';
import type { OwnSeries } from '../../model/symptoms.ts';
import { numberAt, textAt } from '../../yaml/json-path.ts';
import type { RunningPod } from '../running-pod.ts';

const conditions = ['false', 'true', 'unknown'] as const;
const phases = ['Failed', 'Pending', 'Running', 'Succeeded', 'Unknown'] as const;

/**
 * What kube-state-metrics tells of some pods and of what makes them.
 * https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics
 */
export function objectSeries(pods: readonly RunningPod[]): OwnSeries[] {
  const workloads = new Map(pods.map(pod => [pod.workload, pod]));
  return [...[...workloads.values()].flatMap(workloadSeries), ...pods.flatMap(podSeries)];
}

function workloadSeries({ workload, namespace }: RunningPod): OwnSeries[] {
  const { kind, metadata } = workload;
  const value = numberAt(workload, 'spec', 'replicas') ?? 1;
  if (kind === 'Deployment') {
    const labels = { namespace, deployment: metadata.name };
    return [
      { metric: 'kube_deployment_spec_replicas', labels, value },
      { metric: 'kube_deployment_status_replicas_available', labels, value },
    ];
  }
  if (kind !== 'StatefulSet') return [];
  const labels = { namespace, statefulset: metadata.name };
  return [
    { metric: 'kube_statefulset_replicas', labels, value },
    { metric: 'kube_statefulset_status_replicas_ready', labels, value },
  ];
}

function podSeries(pod: RunningPod): OwnSeries[] {
  const { namespace, name, node, workload, containers } = pod;
  const labels = { namespace, pod: name, uid: name };
  const owner = { created_by_kind: workload.kind, created_by_name: workload.metadata.name };
  return [
    { metric: 'kube_pod_info', labels: { ...labels, node, ...owner }, value: 1 },
    ...phases.map(phase => ({
      metric: 'kube_pod_status_phase',
      labels: { ...labels, phase },
      value: phase === 'Running' ? 1 : 0,
    })),
    ...conditions.map(condition => ({
      metric: 'kube_pod_status_ready',
      labels: { ...labels, condition },
      value: condition === 'true' ? 1 : 0,
    })),
    ...containers.flatMap(container => {
      const own = { ...labels, container: textAt(container, 'name')! };
      return [
        { metric: 'kube_pod_container_status_restarts_total', labels: own, value: 0 },
        ...limitsOf(amountsOf(container), { ...own, node }),
      ];
    }),
  ];
}

const units = { cpu: 'core', memory: 'byte' } as const;

function limitsOf(amounts: ReturnType<typeof amountsOf>, labels: Readonly<Record<string, string>>): OwnSeries[] {
  return (['cpu', 'memory'] as const).flatMap(resource => {
    const unit = units[resource];
    return (['limits', 'requests'] as const).flatMap((of): OwnSeries[] => {
      const amount = amounts.get(`${of}.${resource}`);
      const metric = `kube_pod_container_resource_${of}`;
      return amount === undefined
        ? []
        : [{ metric, labels: { ...labels, resource, unit }, value: Number(amount) / 1e9 }];
    });
  });
}
