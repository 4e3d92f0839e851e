import type { ChartRelease, PlacedRelease } from '../model/chart-release.ts';
import type { Cluster } from '../model/cluster.ts';
import { repositoryUrl } from '../model/helm-chart.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Platform } from '../model/platform.ts';
import { application } from './application.ts';
import { retriesOfCharts, syncPolicy } from './sync-policy.ts';

/** Name of the Application that runs a chart of a component: `prod-shop-redis`. */
export function releaseName({ environment, component, name }: PlacedRelease): string {
  return `${environment}-${component}-${name}`;
}

/**
 * The Application that runs a chart of a component. Its namespace is there before it, with all the bounds of the
 * component; it is synced as the environment is, and what it delivers follows the version of the chart alone.
 */
export function releaseApplication(release: PlacedRelease, cluster: Cluster, { environments }: Platform): Manifest {
  const { name, component, environment, namespace, stateful, wave } = release;
  const { sync = 'automated' } = environments.find(each => each.name === environment)!;
  return application({
    name: releaseName(release),
    wave,
    labels: {
      'plainsail.dev/cluster': cluster.name,
      'plainsail.dev/component': component,
      'plainsail.dev/environment': environment,
    },
    end: stateful ? 'keep' : 'delete',
    spec: {
      project: environment,
      source: chartSource(name, release),
      destination: { name: cluster.argocdName, namespace },
      // What of a chart holds data, nobody here can guard, so where there is some nothing of it goes by itself.
      syncPolicy: syncPolicy({ automated: sync === 'automated', prune: !stateful, retries: retriesOfCharts }),
    },
  });
}

/** A chart as Argo CD reads it. */
export function chartSource(
  releaseName: string,
  { repository, chart, version, values }: Pick<ChartRelease, 'repository' | 'chart' | 'version' | 'values'>,
): { repoURL: string; chart: string; targetRevision: string; helm: { releaseName: string; valuesObject: object } } {
  return {
    repoURL: repositoryUrl(repository),
    chart,
    targetRevision: version,
    helm: { releaseName, valuesObject: values as object },
  };
}
