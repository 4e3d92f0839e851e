import { podSecurityLabels } from '../clusters/namespace.ts';
import type { Cluster } from '../model/cluster.ts';
import { waves } from '../model/sync.ts';
import type { Manifest } from '../model/manifest.ts';
import { application } from './application.ts';
import { argocdNamespace } from './names.ts';
import { valuesOn } from '../model/helm-chart.ts';
import type { HelmChart } from '../model/helm-chart.ts';
import { chartSource } from './release-application.ts';
import { retriesOfCharts, syncPolicy } from './sync-policy.ts';

/**
 * The Application that runs a chart on a cluster. It outlives its row: without its operator, objects of its kinds
 * could neither work nor be deleted, so a person takes an operator down.
 */
export function chartApplication(name: string, chart: HelmChart, project: string, cluster: Cluster): Manifest {
  const { namespace } = chart;
  return application({
    name: `${cluster.name}-${name}`,
    wave: waves.operators.wave,
    labels: { 'plainsail.dev/cluster': cluster.name, 'plainsail.dev/component': name },
    end: 'keep',
    spec: {
      project,
      source: chartSource(name, { ...chart, values: valuesOn(chart, cluster) }),
      destination: { name: cluster.argocdName, namespace },
      syncPolicy: {
        ...syncPolicy({
          retries: retriesOfCharts,
          options: makesNamespace(chart) ? ['CreateNamespace=true'] : [],
        }),
        ...(makesNamespace(chart) && {
          managedNamespaceMetadata: { labels: podSecurityLabels(cluster, chart.podSecurity?.level) },
        }),
      },
    },
  });
}

/** Argo CD's own namespace is there before any Application is. */
export function makesNamespace({ namespace }: HelmChart): boolean {
  return namespace !== argocdNamespace;
}
