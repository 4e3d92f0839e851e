import type { Cluster } from '../../model/cluster.ts';
import type { Platform } from '../../model/platform.ts';
import { toolsOn } from '../../model/tools.ts';
import type { Tool } from '../../model/tools.ts';
import { givenPod } from './known-pods.ts';
import type { Pod } from './pod.ts';

/**
 * The pods of Argo CD and of the operators of a cluster, as far as their rows say them, by `<tool>/<program>`.
 *
 * @param others pods that are known already
 */
export function programPods(cluster: Cluster, platform: Platform, others: readonly Pod[]): Map<string, Pod> {
  return new Map(
    toolsOn(cluster, platform).flatMap(tool =>
      podsOf(tool).map(([key, pod]) => [key, others.find(other => isSame(pod, other)) ?? pod] as const),
    ),
  );
}

function podsOf({ name: tool, chart }: Tool): [string, Pod][] {
  return (chart.programs ?? []).map(({ name, labels }) => [
    `${tool}/${name}`,
    givenPod(`'${name}' of the chart ${chart.chart}`, { namespace: chart.namespace, labels }),
  ]);
}

function isSame(pod: Pod, other: Pod): boolean {
  return (
    pod.namespace === other.namespace && Object.entries(other.labels).every(([key, value]) => pod.labels[key] === value)
  );
}
