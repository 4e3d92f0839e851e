import type { IConstruct } from 'constructs';
import { ComponentChart, serviceNameOf } from '../../../constructs/component-chart.ts';
import { connect } from '../../../constructs/connections.ts';
import type { JsonMap } from '../../../yaml/json.ts';
import { clusterJobs } from './cluster-jobs.ts';
import { endpointJobs, targetsOf } from './endpoint-jobs.ts';
import { federationJob } from './federation.ts';
import { namespacesOn } from './namespaces.ts';
import { centralRoute } from './route.ts';

/**
 * Configuration of the Prometheus that stores and judges everything: what it scrapes near and far, its rules, and
 * where its alerts go.
 *
 * @param rules path pattern of the rule files
 */
export function centralConfig(scope: IConstruct, rules: string): JsonMap {
  const { surroundings, component } = ComponentChart.of(scope);
  const cluster = surroundings.clusterOf(component);
  const environment = surroundings.environment?.name;
  const targets = targetsOf({ component, service: serviceNameOf(scope) }, surroundings, centralRoute);
  const alertmanager = connect(scope, 'alertmanager');

  return {
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
    scrape_configs: [
      ...endpointJobs(scope, targets),
      ...clusterJobs(cluster, namespacesOn(cluster, surroundings)),
      ...federationJob(scope),
    ],
  };
}
