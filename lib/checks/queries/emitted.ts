import { append } from '../../model/grouped.ts';
import { seriesOf } from '../../model/metric.ts';
import type { Emitter, Metric } from '../../model/metric.ts';
import type { Platform } from '../../model/platform.ts';
import { scrapedPrograms, toolsOf } from '../../model/tools.ts';
import type { ScrapedJobs } from './queries.ts';

/** One way to get a series: the job it comes from, and the metric it is. */
export interface Source {
  readonly job: string | undefined;
  readonly metric: Metric;
}

/** Sources by the name of the series. */
export type Emitted = ReadonlyMap<string, readonly Source[]>;

/** Metrics about a scrape itself, which a server adds to every target. */
const scraping: Emitter = {
  name: 'a scrape',
  metrics: {
    scrape_duration_seconds: { type: 'gauge', labels: [] },
    scrape_samples_scraped: { type: 'gauge', labels: [] },
    up: { type: 'gauge', labels: [] },
  },
};

/** What a server writes down about the alerts that it evaluates. */
const ruleEvaluation: Emitter = {
  name: 'the evaluation of rules',
  metrics: {
    ALERTS: {
      type: 'gauge',
      labels: ['alertname', 'alertstate', 'severity'],
      values: { alertstate: ['firing', 'pending'], severity: ['critical', 'none', 'warning'] },
    },
  },
};

/** Whatever may be scraped. */
export type Scrapable = Pick<Platform, 'components' | 'operators' | 'argoCd'>;

/** The emitter behind each job: what services and the charts of tools say of themselves, and what components scrape besides. */
export function emitterOfJob(scrapable: Scrapable): ReadonlyMap<string, Emitter> {
  const ofTools = toolsOf(scrapable)
    .flatMap(scrapedPrograms)
    .flatMap(({ program: { name, emits } }): [string, Emitter][] => (emits ? [[name, emits]] : []));
  return new Map([
    ...ofTools,
    ...Object.values(scrapable.components).flatMap(({ services, alsoScrapes = {} }): [string, Emitter][] => [
      ...Object.entries(alsoScrapes),
      ...Object.entries(services).flatMap(([service, { offers = {}, emits }]) =>
        Object.values(offers).flatMap(({ metrics }): [string, Emitter][] =>
          metrics && emits ? [[metrics.job ?? service, emits]] : [],
        ),
      ),
    ]),
  ]);
}

/** Every series that may be stored, and where it comes from. */
export function emittedBy({ stored, handing }: ScrapedJobs, scrapable: Scrapable): Emitted {
  const emitters = emitterOfJob(scrapable);
  const emitted = new Map<string, Source[]>();
  const add = (emitter: Emitter, job: string | undefined): void => {
    for (const [name, metric] of Object.entries(emitter.metrics)) {
      for (const series of seriesOf({ metrics: { [name]: metric } })) {
        append(emitted, series, { job, metric });
      }
    }
  };
  add(ruleEvaluation, undefined);
  for (const job of stored) {
    add(scraping, job);
    const emitter = handing.includes(job) ? undefined : emitters.get(job);
    if (emitter) add(emitter, job);
  }
  return emitted;
}
