import type { IConstruct } from 'constructs';
import { askerOf, ComponentChart } from '../../../constructs/component-chart.ts';
import { clusterJobs } from './cluster-jobs.ts';
import { endpointJobs, targetsOf } from './endpoint-jobs.ts';
import { collectorRoute } from './route.ts';
import type { Scraping } from './scrape-files.ts';
import { toolJobs } from './tool-jobs.ts';

/** Configuration of a Prometheus that collects what can only be read on its own cluster, for the central one. */
export function collectorScraping(scope: IConstruct): Scraping {
  const { surroundings, component } = ComponentChart.of(scope);
  const cluster = surroundings.clusterOf(component);
  return {
    config: { global: { scrape_interval: '15s', external_labels: { ...cluster.metricLabels } } },
    jobs: [
      ...endpointJobs(scope, targetsOf(askerOf(scope), surroundings, collectorRoute)),
      ...clusterJobs(cluster, surroundings),
      ...toolJobs(scope),
    ],
  };
}
