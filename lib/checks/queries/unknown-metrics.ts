import { programOf } from '../../components/monitoring/metrics/jobs.ts';
import { ruleEvaluation, scraping } from '../../components/monitoring/metrics/platform-programs.ts';
import { seriesOf } from '../../components/monitoring/metrics/program.ts';
import type { Metric, Program } from '../../components/monitoring/metrics/program.ts';
import { federationJobName } from '../../components/monitoring/scrape/federation.ts';
import { jobsOf, queriesOf } from './queries.ts';
import type { MonitoringFiles, Query } from './queries.ts';
import { parseQuery } from './selector.ts';
import type { Matcher, Selector } from './selector.ts';

/**
 * Metrics that alerts or panels read although nothing that is scraped emits them, so that the alert would never fire
 * and the panel stay empty; likewise jobs that are not scraped, labels that a metric does not have, and rates of what
 * is no counter.
 *
 * @returns one sentence for each problem
 */
export function unknownMetrics(files: MonitoringFiles): string[] {
  const jobs = [...new Set(jobsOf(files.config))];
  const emitted = emittedBy(jobs);
  return [...new Set(queriesOf(files).flatMap(query => queryProblems(query, jobs, emitted)))];
}

/** One way to get a series: the job it comes from, and the metric it is. */
interface Source {
  readonly job: string | undefined;
  readonly metric: Metric;
}

/** Sources by the name of the series. */
type Emitted = ReadonlyMap<string, readonly Source[]>;

/** Labels that come from the target, whatever it emits. */
const targetLabels = ['cluster', 'environment', 'instance', 'job', 'location', 'namespace', 'node', 'pod', 'service'];

/** Functions that make sense of counters alone. */
const rates = ['increase', 'irate', 'rate', 'resets'];

function emittedBy(jobs: readonly string[]): Emitted {
  const emitted = new Map<string, Source[]>();
  const add = (program: Program, job: string | undefined): void => {
    for (const [name, metric] of Object.entries(program.metrics)) {
      for (const series of seriesOf({ ...program, metrics: { [name]: metric } })) {
        emitted.set(series, [...(emitted.get(series) ?? []), { job, metric }]);
      }
    }
  };
  add(ruleEvaluation, undefined);
  for (const job of jobs) {
    add(scraping, job);
    if (job !== federationJobName) add(programOf(job), job);
  }
  return emitted;
}

function queryProblems({ where, expr }: Query, jobs: readonly string[], emitted: Emitted): string[] {
  const { selectors, groupings, errors } = parseQuery(expr);
  const sources = selectors.flatMap(({ metric }) => emitted.get(metric ?? '') ?? []);
  const labels = new Set([...targetLabels, ...sources.flatMap(({ metric }) => labelsOf(metric))]);
  return [
    ...errors.map(text => `is no PromQL at '${text}'`),
    ...selectors.flatMap(selector => selectorProblems(selector, jobs, emitted)),
    ...groupings.filter(label => !labels.has(label)).map(label => `groups by '${label}', which no metric of it has`),
  ].map(problem => `${where} ${problem}`);
}

function selectorProblems(selector: Selector, jobs: readonly string[], emitted: Emitted): string[] {
  const { metric, matchers, within } = selector;
  if (metric === undefined) return ['selects series without naming their metric'];
  const ofJob = matchers.filter(({ label }) => label === 'job');
  const unscraped = ofJob.filter(({ operator, value }) => operator === '=' && !jobs.includes(value));
  if (unscraped.length > 0) return unscraped.map(({ value }) => `reads job '${value}', which is not scraped`);

  const known = emitted.get(metric) ?? [];
  if (known.length === 0) return [`reads metric '${metric}', which no scraped program emits`];
  const sources = known.filter(({ job }) => job === undefined || ofJob.every(matcher => matches(matcher, job)));
  if (sources.length === 0) return [`reads metric '${metric}' of a job that does not emit it`];

  const labels = new Set([...targetLabels, ...sources.flatMap(source => labelsOf(source.metric))]);
  const problems = matchers
    .filter(({ label }) => !labels.has(label))
    .map(({ label }) => `reads label '${label}' of metric '${metric}', which has none`);
  if (within !== undefined && rates.includes(within) && sources.some(source => source.metric.type === 'gauge')) {
    problems.push(`takes ${within}() of metric '${metric}', which is no counter`);
  }
  return problems;
}

function labelsOf({ type, labels }: Metric): string[] {
  if (type === 'histogram') return [...labels, 'le'];
  return type === 'summary' ? [...labels, 'quantile'] : [...labels];
}

function matches({ operator, value }: Matcher, text: string): boolean {
  const equal = operator.endsWith('~') ? new RegExp(`^(?:${value})$`).test(text) : value === text;
  return operator.startsWith('!') ? !equal : equal;
}
