import { labelsOf } from '../labels.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Platform } from '../platform.ts';

type Labels = Readonly<Record<string, string>>;

/** Services of a component whose policies would find pods of another one, too, because of the labels of their rows. */
export function podLabelProblems({ components }: Platform): Mistake[] {
  return Object.entries(components).flatMap(([component, { services }]) => {
    const rows = Object.entries(services);
    return rows.flatMap(([service, { pods }]) => {
      if (!pods) return [];
      const others = rows.filter(([other]) => other !== service);
      return others
        .filter(([other, { pods: theirs = labelsOf(component, other) }]) => areAmong(pods, theirs))
        .map(([other]) => {
          const message = `'pods' (${JSON.stringify(pods)}) also finds those of '${other}', each service must find its own`;
          return mistake('conflict', `service '${component}/${service}'`, message);
        });
    });
  });
}

function areAmong(some: Labels, all: Labels): boolean {
  return Object.entries(some).every(([key, value]) => all[key] === value);
}
