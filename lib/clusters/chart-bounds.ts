import { kindsOf } from '../kinds/index.ts';
import type { ChartProgram } from '../model/chart-programs.ts';
import type { Cluster } from '../model/cluster.ts';
import { grouped } from '../model/grouped.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Platform } from '../model/platform.ts';
import { workloadOf } from '../synth/brought.ts';
import { namespacePolicies } from './namespace-policies.ts';
import { programPolicies } from './program-policies.ts';
import { limitRange, resourceQuota } from './quota.ts';

/**
 * What bounds the namespace of a chart: policies that allow what its programs say and nothing else, a quota and limits.
 *
 * @param programs all that run there
 */
export function chartBounds(
  namespace: string,
  programs: readonly ChartProgram[],
  cluster: Cluster,
  platform: Platform,
): Manifest[] {
  const kinds = kindsOf(platform);
  const workloads = programs.map(program => workloadOf(program, namespace, { ...program.labels }, []));
  return [
    ...namespacePolicies(namespace, workloads, cluster),
    ...programPolicies(namespace, programs, cluster, platform),
    resourceQuota(namespace, workloads, cluster, kinds),
    limitRange(namespace, workloads, cluster, kinds),
  ];
}

/** What bounds the operators of a cluster. Where one of a namespace says nothing of its programs, there are no bounds. */
export function operatorBounds(cluster: Cluster, platform: Platform): Manifest[] {
  const charts = cluster.operators.map(name => platform.operators[name]!);
  return [...grouped(charts, ({ namespace }) => namespace)].flatMap(([namespace, here]) => {
    const programs = here.flatMap(chart => chart.programs ?? []);
    return here.every(chart => chart.programs) ? chartBounds(namespace, programs, cluster, platform) : [];
  });
}
