import type { Metric } from '../../model/metric.ts';
import { emittedBy } from './emitted.ts';
import type { Emitted, Scrapable } from './emitted.ts';
import type { Monitored } from './monitored.ts';
import { jobsOf, queriesOf, secondsIn } from './queries.ts';
import type { Query, ScrapedJobs } from './queries.ts';
import { parseQuery } from './selector.ts';
import type { Matcher, Selector } from './selector.ts';

/** What queries are judged by. */
export interface Known {
  readonly platform: Scrapable;

  /** Values of labels that targets have, where all of them are known. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/**
 * Metrics that alerts or panels read although nothing that is scraped emits them, so that the alert would never fire
 * and the panel stay empty; likewise jobs that are not scraped, labels that a metric does not have and values that a
 * label never has, ranges that hold less than two scrapes, and rates of what is no counter.
 *
 * @returns one sentence for each problem
 */
export function unknownMetrics(files: Monitored, known: Known): string[] {
  const jobs = jobsOf(files.configs);
  const emitted = emittedBy(jobs, known.platform);
  return [...new Set(queriesOf(files).flatMap(query => queryProblems(query, jobs, emitted, known)))];
}

/** Labels that come from the target, whatever it emits; those of sorts of components come on top. */
const targetLabels = [
  'cluster',
  'component',
  'environment',
  'instance',
  'job',
  'location',
  'namespace',
  'node',
  'pod',
  'service',
];

/** Functions that make sense of counters alone. */
const rates = ['increase', 'irate', 'rate', 'resets'];

function queryProblems({ where, expr }: Query, jobs: ScrapedJobs, emitted: Emitted, known: Known): string[] {
  const { selectors, groupings, errors } = parseQuery(expr);
  const sources = selectors.flatMap(({ metric }) => emitted.get(metric ?? '') ?? []);
  const labels = new Set([...labelsOfTargets(known), ...sources.flatMap(({ metric }) => labelsOf(metric))]);
  return [
    ...errors.map(text => `is no PromQL at '${text}'`),
    ...selectors.flatMap(selector => selectorProblems(selector, jobs, emitted, known)),
    ...groupings.filter(label => !labels.has(label)).map(label => `groups by '${label}', which no metric of it has`),
  ].map(problem => `${where} ${problem}`);
}

function selectorProblems(selector: Selector, jobs: ScrapedJobs, emitted: Emitted, known: Known): string[] {
  const { metric, matchers, within, range } = selector;
  if (metric === undefined) return ['selects series without naming their metric'];
  const ofJob = matchers.filter(({ label }) => label === 'job');
  const unscraped = ofJob.filter(({ operator, value }) => operator === '=' && !jobs.stored.includes(value));
  if (unscraped.length > 0) return unscraped.map(({ value }) => `reads job '${value}', which is not scraped`);

  const all = emitted.get(metric) ?? [];
  if (all.length === 0) return [`reads metric '${metric}', which no scraped program emits`];
  const sources = all.filter(({ job }) => job === undefined || ofJob.every(matcher => matches(matcher, job)));
  if (sources.length === 0) return [`reads metric '${metric}' of a job that does not emit it`];

  const labels = new Set([...labelsOfTargets(known), ...sources.flatMap(source => labelsOf(source.metric))]);
  const problems = matchers
    .filter(({ label }) => !labels.has(label))
    .map(({ label }) => `reads label '${label}' of metric '${metric}', which has none`);
  const metrics = sources.map(source => source.metric);
  problems.push(...matchers.flatMap(matcher => valueProblems(matcher, metric, metrics, known.values)));
  if (within !== undefined && rates.includes(within) && metrics.some(({ type }) => type === 'gauge')) {
    problems.push(`takes ${within}() of metric '${metric}', which is no counter`);
  }
  if (range !== undefined && secondsIn(range) < 2 * jobs.interval) {
    problems.push(`reads '${metric}[${range}]', which must hold two scrapes, ${2 * jobs.interval} s at the least`);
  }
  return problems;
}

function labelsOfTargets({ platform }: Known): string[] {
  return [...targetLabels, ...Object.values(platform.components).flatMap(({ seriesLabel }) => seriesLabel ?? [])];
}

/** A matcher that no value of its label satisfies, where all of its values are known. */
function valueProblems(
  matcher: Matcher,
  name: string,
  metrics: readonly Metric[],
  ofTargets: Known['values'],
): string[] {
  const { label, operator, value } = matcher;
  if (operator.startsWith('!') || value === '') return [];
  const isOwn = metrics.some(metric => metric.labels.includes(label));
  const values = isOwn ? metrics.map(metric => metric.values?.[label]) : [ofTargets[label]];
  if (values.some(each => each === undefined)) return [];
  // Each alternative of a pattern is looked at alone: one that never occurs is as misspelt as a single value.
  const asked = operator === '=~' && !value.includes('(') ? value.split('|') : [value];
  return asked
    .filter(each => !values.flatMap(known => known!).some(known => matches({ ...matcher, value: each }, known)))
    .map(each => `waits for ${label} '${each}' of metric '${name}', which it never has`);
}

function labelsOf({ type, labels }: Metric): string[] {
  if (type === 'histogram') return [...labels, 'le'];
  return type === 'summary' ? [...labels, 'quantile'] : [...labels];
}

function matches({ operator, value }: Matcher, text: string): boolean {
  const equal = operator.endsWith('~') ? new RegExp(`^(?:${value})$`).test(text) : value === text;
  return operator.startsWith('!') ? !equal : equal;
}
