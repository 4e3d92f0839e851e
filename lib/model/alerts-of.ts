import type { Alert, AlertTemplate } from './alert.ts';
import { alertTemplatesOf } from './alert-templates.ts';
import type { Duration } from './amounts.ts';
import type { AlertName } from './names.ts';
import { runbookUrl } from './runbook-pages.ts';
import type { Surroundings } from './surroundings.ts';

/** What an environment may set of an alert. */
export interface Tuning {
  readonly threshold?: number;
  readonly for?: Duration;
}

/** What an environment sets of its alerts. */
export type AlertTuning = { readonly [Name in AlertName]?: Tuning };

/**
 * Every alert of the components that are here, of their services, and of the platform's own tools, by name.
 *
 * @throws Error when a threshold is given for an alert that compares with none, and for an alert that is not here
 */
export function alertsOf(surroundings: Surroundings, tuning: AlertTuning = {}): Alert[] {
  const templates = alertTemplatesOf(surroundings.platform, surroundings.components);
  const tunings = Object.entries<Tuning | undefined>(tuning);
  const unknown = tunings.find(([name]) => !templates.has(name));
  if (unknown) throw new Error(`prometheus: 'alerts.${unknown[0]}' must be an alert of a service that is here`);
  return filledAlerts(templates, surroundings, new Map(tunings));
}

/** Alerts as they are judged, by name. @param tunings what an environment says of some of them */
export function filledAlerts(
  templates: Iterable<readonly [name: string, template: AlertTemplate]>,
  { platform }: Surroundings,
  tunings: ReadonlyMap<string, Tuning | undefined> = new Map(),
): Alert[] {
  return [...templates]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, template]) => ({
      ...filledIn(name, template, tunings.get(name) ?? {}),
      ...(template.page && { runbookUrl: runbookUrl(platform.site, name) }),
    }));
}

function filledIn(name: string, template: AlertTemplate, { threshold, for: wait }: Tuning): Alert {
  const { expr, threshold: own, page: _, ...rest } = template;
  if (threshold !== undefined && own === undefined) {
    throw new Error(
      `prometheus: 'alerts.${name}.threshold' (${threshold}) must be left out, because the alert compares with none`,
    );
  }
  if (threshold !== undefined && !(threshold > 0)) {
    throw new Error(`prometheus: 'alerts.${name}.threshold' (${threshold}) must be more than 0`);
  }
  return { ...rest, name, expr: expr(threshold ?? own ?? 0), for: wait ?? template.for };
}
