import type { AlertTemplate, AlertTemplates } from '../alert.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Emitter } from '../metric.ts';
import type { Platform } from '../platform.ts';
import { runningTools, scrapedPrograms } from '../tools.ts';

/** Somebody's alerts. */
interface Watched {
  readonly owner: string;
  readonly templates: AlertTemplates;
}

/** Somebody's scrape job. */
interface Scraped {
  readonly owner: string;
  readonly job: string;
  readonly emits: Emitter | undefined;
}

/** Names by which what is watched would be mixed up: alerts of two services, and jobs that two programs answer. */
export function alertProblems(platform: Platform): Mistake[] {
  const alerts = new Map<string, { readonly template: AlertTemplate; readonly owner: string }>();
  const jobs = new Map<string, Scraped>();
  const mistakes: Mistake[] = [];

  for (const { owner, templates } of watchedIn(platform)) {
    for (const [name, template] of Object.entries(templates)) {
      const other = alerts.get(name);
      if (!other) alerts.set(name, { template, owner });
      else if (other.template !== template) mistakes.push(twice('alert', name, other.owner, owner));
    }
  }
  for (const scraped of scrapedIn(platform)) {
    const other = jobs.get(scraped.job);
    if (!other) jobs.set(scraped.job, scraped);
    else if (other.emits !== scraped.emits) {
      mistakes.push(twice('scrape job', scraped.job, other.owner, scraped.owner));
    }
  }
  return mistakes;
}

function watchedIn(platform: Platform): Watched[] {
  return [
    ...runningTools(platform).map(({ name, chart }) => ({ owner: name, templates: chart.alerts ?? {} })),
    ...Object.entries(platform.components).flatMap(([component, { services, alerts = {} }]) => [
      { owner: component, templates: alerts },
      ...Object.entries(services).map(([name, service]) => ({
        owner: `${component}/${name}`,
        templates: service.alerts ?? {},
      })),
    ]),
  ];
}

function scrapedIn(platform: Platform): Scraped[] {
  return [
    ...runningTools(platform)
      .flatMap(scrapedPrograms)
      .map(({ tool, program: { name: job, emits } }) => ({ owner: tool.name, job, emits })),
    ...Object.entries(platform.components).flatMap(([component, { services }]) =>
      Object.entries(services).flatMap(([service, { offers = {}, emits }]) =>
        Object.values(offers).flatMap(({ metrics }): Scraped[] =>
          metrics ? [{ owner: `${component}/${service}`, job: metrics.job ?? service, emits }] : [],
        ),
      ),
    ),
  ];
}

function twice(what: string, name: string, one: string, other: string): Mistake {
  return mistake('duplicate', `service '${other}'`, `${what} '${name}' is one of '${one}' too, each must have its own`);
}
