import type { Cluster } from '../../../model/cluster.ts';
import type { JsonMap } from '../../../yaml/json.ts';

/** Puts the labels of a cluster on all that is read there, so that series of several clusters stay apart. */
export function clusterLabels({ metricLabels }: Cluster): JsonMap[] {
  return Object.entries(metricLabels).map(([label, value]) => ({ target_label: label, replacement: value }));
}
