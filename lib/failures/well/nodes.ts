import type { JsonMap } from '../../yaml/json.ts';
import { textAt } from '../../yaml/json-path.ts';
import type { RunningPod } from '../running-pod.ts';
import type { OwnSeries } from '../../model/symptoms.ts';

const gibibyte = 2 ** 30;

/** What the kubelet of a node says of itself, and of what its pods use. */
export function nodeSeries(node: string, path: string, pods: readonly RunningPod[]): OwnSeries[] {
  const own = pods.filter(pod => pod.node === node);
  return path === '/metrics/cadvisor'
    ? [...machine, ...own.flatMap(pod => pod.containers.flatMap(container => usage(pod, container)))]
    : [{ metric: 'kubelet_running_pods', value: own.length }];
}

const disk = { id: '/', device: '/dev/sda1' } as const;

const machine: readonly OwnSeries[] = [
  { metric: 'machine_cpu_cores', value: 4 },
  { metric: 'machine_memory_bytes', value: 8 * gibibyte },
  { metric: 'container_fs_limit_bytes', labels: disk, value: 80 * gibibyte },
  { metric: 'container_fs_usage_bytes', labels: disk, value: 20 * gibibyte },
  { metric: 'container_memory_working_set_bytes', labels: { id: '/' }, value: 2 * gibibyte },
  { metric: 'container_cpu_usage_seconds_total', labels: { id: '/' }, value: 1000, perMinute: 30 },
];

function usage({ namespace, name }: RunningPod, container: JsonMap): OwnSeries[] {
  const own = textAt(container, 'name')!;
  const labels = { namespace, pod: name, container: own, id: `/kubepods/${name}/${own}`, name: own };
  return [
    { metric: 'container_memory_working_set_bytes', labels, value: 2 ** 24 },
    { metric: 'container_cpu_usage_seconds_total', labels, value: 10, perMinute: 0.3 },
    { metric: 'container_oom_events_total', labels, value: 0 },
  ];
}
