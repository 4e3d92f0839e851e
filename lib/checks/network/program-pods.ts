import type { Cluster } from '../../model/cluster.ts';
import type { HelmChart } from '../../model/helm-chart.ts';
import type { Platform } from '../../model/platform.ts';
import { givenPod } from './known-pods.ts';
import type { Pod } from './pod.ts';

/**
 * The pods of the charts of a cluster, as far as their rows say them.
 *
 * @param others pods that are known already
 */
export function programPods(cluster: Cluster, platform: Platform, others: readonly Pod[]): Pod[] {
  const charts = cluster.operators.map(name => platform.operators[name]);
  if (cluster === platform.clusters[0]) charts.push(platform.argoCd);
  return charts.flatMap(chart => podsOf(chart).filter(pod => !others.some(other => isSame(pod, other))));
}

function podsOf(chart: HelmChart | undefined): Pod[] {
  if (!chart) return []; // another rule's mistake
  return (chart.programs ?? []).map(({ name, labels }) =>
    givenPod(`'${name}' of the chart ${chart.chart}`, { namespace: chart.namespace, labels }),
  );
}

function isSame(pod: Pod, other: Pod): boolean {
  return (
    pod.namespace === other.namespace && Object.entries(other.labels).every(([key, value]) => pod.labels[key] === value)
  );
}
