import type { IConstruct } from 'constructs';
import { ComponentChart, serviceNameOf } from '../../../constructs/component-chart.ts';
import type { JsonMap } from '../../../yaml/json.ts';
import { clusterJobs } from './cluster-jobs.ts';
import { endpointJobs, targetsOf } from './endpoint-jobs.ts';
import { namespacesOn } from './namespaces.ts';
import { collectorRoute } from './route.ts';

/** Configuration of the Prometheus that collects what can only be read on its own cluster, for the central one. */
export function collectorConfig(scope: IConstruct): JsonMap {
  const { surroundings, component } = ComponentChart.of(scope);
  const cluster = surroundings.clusterOf(component);
  const targets = targetsOf({ component, service: serviceNameOf(scope) }, surroundings, collectorRoute);
  return {
    global: { scrape_interval: '15s', external_labels: { ...cluster.metricLabels } },
    scrape_configs: [...endpointJobs(scope, targets), ...clusterJobs(cluster, namespacesOn(cluster, surroundings))],
  };
}
