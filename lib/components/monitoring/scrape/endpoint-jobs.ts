import type { IConstruct } from 'constructs';
import { ComponentChart } from '../../../constructs/component-chart.ts';
import { connect } from '../../../constructs/connections.ts';
import type { Endpoint, ScrapedMetrics } from '../../../model/endpoint.ts';
import type { Surroundings } from '../../../model/surroundings.ts';
import type { JsonMap } from '../../../yaml/json.ts';
import type { EndpointName } from '../../endpoints.ts';
import { programOf } from '../metrics/jobs.ts';
import { podsJob } from './pods-job.ts';
import type { Reader, Route } from './route.ts';

/** An endpoint that is scraped, and how. */
export interface Target {
  readonly name: EndpointName;
  readonly endpoint: Endpoint & { readonly metrics: ScrapedMetrics };
  readonly route: Route;
}

/** Decides how a reader gets at an endpoint, if at all. */
export type RouteChoice = (endpoint: Endpoint, reader: Reader, surroundings: Surroundings) => Route | undefined;

/** What a Prometheus reads of the registry of endpoints, ordered by job; within one, pods come first. */
export function targetsOf(reader: Reader, surroundings: Surroundings, choose: RouteChoice): Target[] {
  const order = ({ name, endpoint, route }: Target): string => [endpoint.metrics.job, route !== 'pods', name].join(' ');
  return Object.entries(surroundings.platform.endpoints)
    .flatMap(([name, endpoint]): Target[] => {
      const { metrics } = endpoint;
      const route = metrics && choose(endpoint, reader, surroundings);
      return route ? [{ name: name as EndpointName, endpoint: { ...endpoint, metrics }, route }] : [];
    })
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/**
 * The scrape jobs for targets, each job once for every way of reading it. A target that is not the reader itself is a
 * flow, so that policies let the scrape through.
 */
export function endpointJobs(scope: IConstruct, targets: readonly Target[]): JsonMap[] {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const { job, path } = target.endpoint.metrics;
    const key = JSON.stringify([job, target.route, path]);
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }

  const names = new Set<string>();
  return [...groups.values()].map(group => {
    const {
      route,
      endpoint: {
        metrics: { job },
      },
    } = group[0]!;
    const name = names.has(job) ? `${job}-${route}` : job;
    names.add(name);
    const targetsFound = route === 'pods' ? podsOf(scope, group) : staticOf(scope, group);
    return { job_name: name, ...settingsOf(group), ...targetsFound };
  });
}

function settingsOf([first]: readonly Target[]): JsonMap {
  const { job, path } = first!.endpoint.metrics;
  return {
    ...(path !== undefined && { metrics_path: path }),
    ...(programOf(job).speaksForOthers && { honor_labels: true }),
  };
}

function podsOf(scope: IConstruct, group: readonly Target[]): JsonMap {
  for (const { name } of group) connect(scope, name);
  return podsJob(
    group.map(({ endpoint }) => endpoint),
    ComponentChart.of(scope).surroundings,
  );
}

function staticOf(scope: IConstruct, group: readonly Target[]): JsonMap {
  const { surroundings } = ComponentChart.of(scope);
  return {
    static_configs: group.map(target => {
      const {
        component,
        service,
        metrics: { job },
      } = target.endpoint;
      return {
        targets: [addressOf(scope, target)],
        labels: { ...surroundings.clusterOf(component).metricLabels, job, service },
      };
    }),
    ...(group[0]!.route === 'reachability' && { metric_relabel_configs: [nothingButReachability] }),
  };
}

// `up` and its like are made by the scraper, and relabelling of samples does not touch them.
const nothingButReachability: JsonMap = { source_labels: ['__name__'], regex: '.*', action: 'drop' };

function addressOf(scope: IConstruct, { name, endpoint, route }: Target): string {
  if (route === 'self') return `localhost:${endpoint.port}`;
  const { host, port } = connect(scope, name);
  return `${host}:${port}`;
}
