import type { IConstruct } from 'constructs';
import { ComponentChart } from '../../../constructs/component-chart.ts';
import { scrapeTool } from '../../../constructs/connections.ts';
import type { Cluster } from '../../../model/cluster.ts';
import type { Surroundings } from '../../../model/surroundings.ts';
import { scrapedPrograms, toolsOn } from '../../../model/tools.ts';
import type { ScrapedProgram } from '../../../model/tools.ts';
import type { JsonMap } from '../../../yaml/json.ts';
import { clusterLabels } from './cluster-labels.ts';
import { onlyNamed } from './only-named.ts';
import { componentByNamespace, namespacesOn } from './namespaces.ts';
import type { Job } from './scrape-files.ts';

/** Programs of Argo CD and of operators that are scraped on a cluster, in the order of their jobs. */
export function toolsScrapedOn(cluster: Cluster, { platform }: Surroundings): ScrapedProgram[] {
  return toolsOn(cluster, platform)
    .flatMap(scrapedPrograms)
    .sort((one, other) => (one.program.name < other.program.name ? -1 : 1));
}

/**
 * Jobs about the platform's own tools on the reader's cluster. Their pods are found by the labels that their charts give
 * them. What they say of objects in the namespaces of another environment belongs to that one's Prometheus.
 */
export function toolJobs(scope: IConstruct): Job[] {
  const { surroundings, component } = ComponentChart.of(scope);
  const cluster = surroundings.clusterOf(component);
  return toolsScrapedOn(cluster, surroundings).map(scraped => {
    const { tool, program, port } = scraped;
    scrapeTool(scope, { tool: tool.name, program: program.name });
    return {
      job_name: program.name,
      ...(program.emits?.speaksForOthers && { honor_labels: true }),
      kubernetes_sd_configs: [
        {
          role: 'pod',
          namespaces: { names: [tool.chart.namespace] },
          selectors: [{ role: 'pod', label: selectorText(program.labels) }],
        },
      ],
      relabel_configs: [
        { source_labels: ['__meta_kubernetes_pod_container_port_number'], regex: `${port}`, action: 'keep' },
        { source_labels: ['__meta_kubernetes_pod_phase'], regex: 'Succeeded|Failed', action: 'drop' },
        { target_label: 'component', replacement: tool.name },
        { target_label: 'service', replacement: program.name },
        ...(program.emits?.speaksForOthers ? [] : ownLabels),
        ...clusterLabels(cluster),
      ],
      metric_relabel_configs: samplesOf(scraped, cluster, surroundings),
    };
  });
}

// What speaks of objects in other namespaces must not lend them its own.
const ownLabels: readonly JsonMap[] = [
  { source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' },
  { source_labels: ['__meta_kubernetes_pod_name'], target_label: 'pod' },
];

function samplesOf({ program: { emits } }: ScrapedProgram, cluster: Cluster, surroundings: Surroundings): JsonMap[] {
  if (!emits) return [{ source_labels: ['__name__'], regex: '.*', action: 'drop' }];
  const named = emits.emitsTooMuch ? [onlyNamed(emits)] : [];
  if (!emits.speaksForOthers) return named;
  const namespaces = namespacesOn(cluster, surroundings).join('|');
  return [
    ...named,
    { source_labels: ['namespace'], regex: `(${namespaces})?`, action: 'keep' },
    ...componentByNamespace(cluster, surroundings),
  ];
}

function selectorText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
