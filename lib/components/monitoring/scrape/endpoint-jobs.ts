import type { IConstruct } from 'constructs';
import { ComponentChart } from '../../../constructs/component-chart.ts';
import { connect } from '../../../constructs/connections.ts';
import type { Endpoint } from '../../../model/endpoint.ts';
import type { EndpointName } from '../../../model/names.ts';
import type { Surroundings } from '../../../model/surroundings.ts';
import type { JsonMap } from '../../../yaml/json.ts';
import { componentByNamespace } from './namespaces.ts';
import { podsJob } from './pods-job.ts';
import type { Reader, Route, RouteChoice } from './route.ts';
import type { Job } from './scrape-files.ts';

/** An endpoint that is scraped, and how. */
export interface Target {
  readonly endpoint: Endpoint & { readonly metrics: NonNullable<Endpoint['metrics']> };
  readonly route: Route;
}

/** What a Prometheus reads of all endpoints, ordered by job; within one, pods come first. */
export function targetsOf(reader: Reader, surroundings: Surroundings, choose: RouteChoice): Target[] {
  const order = ({ endpoint, route }: Target): string =>
    [endpoint.metrics.job, route !== 'pods', endpoint.name].join(' ');
  return surroundings.endpoints
    .flatMap((endpoint): Target[] => {
      const { metrics } = endpoint;
      const route = metrics && choose(endpoint, reader, surroundings);
      return route ? [{ endpoint: { ...endpoint, metrics }, route }] : [];
    })
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/**
 * The scrape jobs for targets, each job once for every way of reading it. A target that is not the reader itself is a
 * flow, so that policies let the scrape through.
 */
export function endpointJobs(scope: IConstruct, targets: readonly Target[]): Job[] {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const { job, path } = target.endpoint.metrics;
    const key = JSON.stringify([job, target.route, path]);
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }

  const names = new Set<string>();
  return [...groups.values()].map(group => {
    const { route, endpoint } = group[0]!;
    const { job, path } = endpoint.metrics;
    const name = names.has(job) ? `${job}-${route}` : job;
    names.add(name);
    return {
      job_name: name,
      ...(path !== undefined && { metrics_path: path }),
      ...(speaksForOthers(scope, endpoint) && { honor_labels: true }),
      ...(route === 'pods' ? podsOf(scope, group) : staticOf(scope, group)),
      ...samplesOf(scope, group[0]!),
    };
  });
}

/** What is done to samples before they are stored. */
function samplesOf(scope: IConstruct, { route, endpoint }: Target): JsonMap {
  const { surroundings } = ComponentChart.of(scope);
  // `up` and its like are made by the scraper, and relabelling of samples does not touch them.
  if (route === 'reachability') {
    return { metric_relabel_configs: [{ source_labels: ['__name__'], regex: '.*', action: 'drop' }] };
  }
  if (!speaksForOthers(scope, endpoint)) return {};
  return { metric_relabel_configs: componentByNamespace(surroundings.clusterOf(endpoint.component), surroundings) };
}

function speaksForOthers(scope: IConstruct, { component, service }: Endpoint): boolean {
  const { platform } = ComponentChart.of(scope).surroundings;
  return platform.components[component]!.services[service]!.emits?.speaksForOthers ?? false;
}

function podsOf(scope: IConstruct, group: readonly Target[]): JsonMap {
  for (const { endpoint } of group) connect(scope, endpoint.name as EndpointName);
  const endpoints = group.map(({ endpoint }) => endpoint);
  return podsJob(endpoints, ComponentChart.of(scope).surroundings, !speaksForOthers(scope, endpoints[0]!));
}

function staticOf(scope: IConstruct, group: readonly Target[]): JsonMap {
  const { surroundings } = ComponentChart.of(scope);
  return {
    static_configs: group.map(({ endpoint, route }) => {
      const { component, service, metrics } = endpoint;
      const { metricLabels } = surroundings.clusterOf(component);
      const { seriesLabel } = surroundings.platform.components[component]!;
      return {
        targets: [targetOf(scope, endpoint, route)],
        labels: {
          ...metricLabels,
          component,
          job: metrics.job,
          service,
          ...(seriesLabel !== undefined && { [seriesLabel]: component }),
        },
      };
    }),
  };
}

function targetOf(scope: IConstruct, endpoint: Endpoint, route: Route): string {
  if (route === 'self') return `localhost:${endpoint.port}`;
  const { host, port } = connect(scope, endpoint.name as EndpointName);
  return `${host}:${port}`;
}
