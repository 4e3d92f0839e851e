import type { IConstruct } from 'constructs';
import { ComponentChart } from '../../../constructs/component-chart.ts';
import { connect } from '../../../constructs/connections.ts';
import type { EndpointName } from '../../../model/names.ts';
import type { Surroundings } from '../../../model/surroundings.ts';
import { clusterPrograms } from './cluster-programs.ts';
import { needsCollector } from './route.ts';
import type { Job } from './scrape-files.ts';
import { toolsScrapedOn } from './tool-jobs.ts';

/** The jobs that take over what collectors read, as a pattern. */
export const federationJobs = '.+-federation';

/**
 * Takes over what the collectors of other clusters read there: a job for each. None where everything runs on one
 * cluster, because then the central server reads it all itself.
 * https://prometheus.io/docs/prometheus/latest/federation/
 */
export function federation(scope: IConstruct): Job[] {
  const { component, surroundings } = ComponentChart.of(scope);
  return surroundings.components
    .filter(name => surroundings.platform.components[name]!.satellite?.of === component)
    .filter(name => !surroundings.together(name, component))
    .map(name => federationJob(scope, name, surroundings));
}

function federationJob(scope: IConstruct, collector: string, surroundings: Surroundings): Job {
  const cluster = surroundings.clusterOf(collector);
  const { host, port } = connect(scope, `${collector}/${cluster.name}-prometheus` as EndpointName);
  return {
    job_name: `${cluster.name}-federation`,
    honor_labels: true, // the labels that the collector put on its targets
    // Its samples bring their own times, and such series would outlive their pods by five minutes.
    track_timestamps_staleness: true,
    metrics_path: '/federate',
    params: { 'match[]': collectedJobs(collector, surroundings).map(job => `{job="${job}"}`) },
    static_configs: [{ targets: [`${host}:${port}`], labels: { ...cluster.metricLabels } }],
  };
}

function collectedJobs(collector: string, surroundings: Surroundings): string[] {
  const ofServices = surroundings.endpoints
    .filter(endpoint => endpoint.metrics && needsCollector(endpoint))
    .filter(endpoint => surroundings.together(endpoint.component, collector));
  const ofTools = toolsScrapedOn(surroundings.clusterOf(collector), surroundings).map(({ program }) => program.name);
  const ofEndpoints = ofServices.map(({ metrics }) => metrics!.job);
  return [...new Set([...ofEndpoints, ...Object.keys(clusterPrograms), ...ofTools])].sort();
}
