import { listAt } from '../../yaml/json-path.ts';
import type { UnitRule } from '../rule.ts';
import { serviceContainers, servicesOf } from '../services.ts';
import { monitoredBy } from './monitored.ts';
import { queriesOf, secondsIn } from './queries.ts';
import { reachOf } from './reach.ts';

export const retentionHoldsWindows: UnitRule = {
  id: 'retention-holds-windows',
  why: 'An average over seven days of what is kept for two is one over two, and says so nowhere.',
  fix: "Raise the 'retention' of the server in the environment's file, or shorten the window of the query.",

  checkUnit: ({ unit, world }) =>
    servicesOf(unit, world)
      .filter(([, { contracts = [] }]) => contracts.some(each => 'files' in each && each.hold === 'prometheus-rules'))
      .flatMap(([service]) => {
        const retention = serviceContainers(unit, service, world)
          .flatMap(({ spec }) => listAt(spec, 'args').map(String))
          .flatMap(argument => /^--storage\.tsdb\.retention\.time=(\S+)$/.exec(argument)?.[1] ?? [])[0];
        if (retention === undefined) return [];
        return tooLong(monitoredBy(unit, world), retention).map(
          where => `${where}, but '${service}' keeps ${retention}`,
        );
      }),
};

function tooLong(files: Parameters<typeof queriesOf>[0], retention: string): string[] {
  try {
    return queriesOf(files)
      .filter(({ expr }) => reachOf(expr) > secondsIn(retention))
      .map(({ where, expr }) => `${where} reads ${reachOf(expr) / 3600} hours back`);
  } catch {
    return []; // what cannot be read is another rule's finding
  }
}
