import type { IConstruct } from 'constructs';
import { askerOf, ComponentChart } from '../../../constructs/component-chart.ts';
import { connect } from '../../../constructs/connections.ts';
import { clusterJobs } from './cluster-jobs.ts';
import { endpointJobs, targetsOf } from './endpoint-jobs.ts';
import { federation } from './federation.ts';
import { centralRoute } from './route.ts';
import type { Scraping } from './scrape-files.ts';
import { toolJobs } from './tool-jobs.ts';

/**
 * Configuration of the Prometheus that stores and judges everything: what it scrapes near and far, its rules, and
 * where its alerts go.
 *
 * @param rules path pattern of the rule files
 */
export function centralScraping(scope: IConstruct, rules: string): Scraping {
  const { surroundings, component } = ComponentChart.of(scope);
  const cluster = surroundings.clusterOf(component);
  const environment = surroundings.environment?.name;
  const alertmanager = connect(scope, 'alertmanager');

  return {
    config: {
      global: {
        scrape_interval: '15s',
        evaluation_interval: '15s',
        // Alerts carry these; the environment is the one thing by which dev and prod can be told apart.
        external_labels: { ...cluster.metricLabels, ...(environment !== undefined && { environment }) },
      },
      rule_files: [rules],
      alerting: {
        alertmanagers: [{ static_configs: [{ targets: [`${alertmanager.host}:${alertmanager.port}`] }] }],
      },
    },
    jobs: [
      ...endpointJobs(scope, targetsOf(askerOf(scope), surroundings, centralRoute)),
      ...clusterJobs(cluster, surroundings),
      ...toolJobs(scope),
      ...federation(scope),
    ],
  };
}
