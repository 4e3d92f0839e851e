import type { IConstruct } from 'constructs';
import { ComponentChart } from '../../../constructs/component-chart.ts';
import { connect } from '../../../constructs/connections.ts';
import type { Endpoint } from '../../../model/endpoint.ts';
import type { Surroundings } from '../../../model/surroundings.ts';
import type { JsonMap } from '../../../yaml/json.ts';
import { clusterJobNames } from './cluster-jobs.ts';
import { center, collector, needsCollector } from './route.ts';

/** Name of the job that takes over what the collector read. */
export const federationJobName = 'edge-federation';

/**
 * Takes over what the collector read on its own cluster. None where both run on one cluster, because then the central
 * server reads it all itself.
 *
 * @throws Error naming an endpoint that neither of the two servers can read
 */
export function federationJob(scope: IConstruct): JsonMap[] {
  const { surroundings } = ComponentChart.of(scope);
  const jobs = collectedJobs(surroundings);
  if (!isFederated(surroundings)) return [];
  const { host, port } = connect(scope, 'edge-prometheus');
  return [
    {
      job_name: federationJobName,
      honor_labels: true, // the labels that the collector put on its targets
      metrics_path: '/federate',
      params: { 'match[]': jobs.map(job => `{job="${job}"}`) },
      static_configs: [{ targets: [`${host}:${port}`], labels: { ...surroundings.clusterOf(collector).metricLabels } }],
    },
  ];
}

/** Whether the collector runs on another cluster than the central server. */
export function isFederated(surroundings: Surroundings): boolean {
  return !surroundings.together(center, collector);
}

function collectedJobs(surroundings: Surroundings): string[] {
  const far = Object.entries(surroundings.platform.endpoints)
    .filter(([, endpoint]) => endpoint.metrics && needsCollector(endpoint))
    .filter(([, endpoint]) => !surroundings.together(endpoint.component, center));
  const lost = far.find(([, endpoint]) => !surroundings.together(endpoint.component, collector));
  if (lost) throw new Error(lostMessage(lost, surroundings));
  return [...new Set([...far.map(([, { metrics }]) => metrics!.job), ...clusterJobNames])].sort();
}

function lostMessage([name, { component, metrics }]: [string, Endpoint], surroundings: Surroundings): string {
  const cluster = surroundings.clusterOf(component).name;
  const remedy = metrics?.replicated ? `'${component}' must be placed elsewhere` : "it must have a 'nodePort'";
  return `Endpoint '${name}': on cluster '${cluster}' neither '${center}' nor '${collector}' can scrape it, ${remedy}`;
}
