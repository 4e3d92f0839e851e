import type { Cluster } from '../model/cluster.ts';
import type { Platform } from '../model/platform.ts';
import { scrapedPrograms, toolsOn } from '../model/tools.ts';
import { nodesOf } from './nodes.ts';
import type { RunningPod } from './running-pod.ts';

/** The pods of the platform's own tools that are scraped: charts bring them, so their rows say what is known. */
export function toolPods(cluster: Cluster, platform: Platform): RunningPod[] {
  return toolsOn(cluster, platform)
    .flatMap(scrapedPrograms)
    .map(({ tool, program, port }) => ({
      cluster,
      component: tool.name,
      service: program.name,
      namespace: tool.chart.namespace,
      name: `${program.name}-0`,
      node: nodesOf(cluster).at(-1)!,
      labels: program.labels,
      containers: [{ name: program.name, ports: [{ containerPort: port }] }],
      workload: { apiVersion: 'apps/v1', kind: program.workload, metadata: { name: program.name } },
    }));
}
