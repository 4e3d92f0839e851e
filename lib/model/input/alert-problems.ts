import type { AlertTemplate } from '../alert.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Emitter } from '../metric.ts';
import type { Platform } from '../platform.ts';

/** Names by which what is watched would be mixed up: alerts of two services, and jobs that two programs answer. */
export function alertProblems({ components }: Platform): Mistake[] {
  const alerts = new Map<string, { readonly template: AlertTemplate; readonly owner: string }>();
  const jobs = new Map<string, { readonly emits: Emitter | undefined; readonly owner: string }>();
  const mistakes: Mistake[] = [];

  for (const [component, { services, alerts: own = {} }] of Object.entries(components)) {
    const watched = [
      { owner: component, templates: own },
      ...Object.entries(services).map(([name, service]) => ({
        owner: `${component}/${name}`,
        templates: service.alerts ?? {},
      })),
    ];
    for (const { owner, templates } of watched) {
      for (const [name, template] of Object.entries(templates)) {
        const other = alerts.get(name);
        if (!other) alerts.set(name, { template, owner });
        else if (other.template !== template) mistakes.push(twice('alert', name, other.owner, owner));
      }
    }
    for (const [service, { offers = {}, emits }] of Object.entries(services)) {
      for (const { metrics } of Object.values(offers)) {
        if (!metrics) continue;
        const job = metrics.job ?? service;
        const owner = `${component}/${service}`;
        const other = jobs.get(job);
        if (!other) jobs.set(job, { emits, owner });
        else if (other.emits !== emits) mistakes.push(twice('scrape job', job, other.owner, owner));
      }
    }
  }
  return mistakes;
}

function twice(what: string, name: string, one: string, other: string): Mistake {
  return mistake('duplicate', `service '${other}'`, `${what} '${name}' is one of '${one}' too, each must have its own`);
}
