import { watchedBy } from '../failures/index.ts';
import type { Whole } from '../failures/scene.ts';
import { alertTemplatesOf } from '../model/alert-templates.ts';
import type { AlertTemplate } from '../model/alert.ts';
import { receiverOf, routesIn } from '../failures/receiver.ts';

/** An alert as people read of it. */
export interface ListedAlert extends Pick<AlertTemplate, 'severity' | 'for' | 'summary' | 'runbook' | 'page'> {
  readonly name: string;

  /** Receivers that hear of it. */
  readonly goesTo: readonly string[];
}

/** A sort of failure that no alert tells of. */
export interface Unwatched {
  readonly title: string;
  readonly why: string;

  /** What it was seen with, in any environment. */
  readonly things: readonly string[];
}

/** Every alert of the platform, by name. */
export function listedAlerts({ platform, delivery, units }: Whole): ListedAlert[] {
  // A form of a service that only some environment has may have alerts of its own.
  const everywhere = [...delivery.environments.map(({ surroundings }) => surroundings.platform), platform];
  const templates = new Map(everywhere.flatMap(each => [...alertTemplatesOf(each, Object.keys(each.components))]));
  const configs = units.flatMap(({ manifests }) => manifests.flatMap(routesIn));
  return [...templates]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { severity, for: wait, summary, runbook, page, labels }]) => {
      const all = { ...labels, alertname: name, severity };
      const goesTo = [...new Set(configs.map(config => receiverOf(config, all)))].sort();
      return { name, severity, for: wait, summary, runbook, ...(page && { page }), goesTo };
    });
}

/** Failures that nothing watches, each sort and reason once. */
export function unwatchedIn(whole: Whole): Unwatched[] {
  const groups = new Map<string, { title: string; why: string; things: Set<string> }>();
  for (const { title, thing, unwatched: why } of watchedBy(whole).flatMap(({ failures }) => failures)) {
    if (why === undefined) continue;
    const key = `${title}: ${why}`;
    const group = groups.get(key) ?? { title, why, things: new Set<string>() };
    groups.set(key, { ...group, things: group.things.add(thing) });
  }
  return [...groups.values()].map(({ things, ...rest }) => ({ ...rest, things: [...things].sort() }));
}
