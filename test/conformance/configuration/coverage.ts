import { join } from 'node:path';
import { watchedBy } from '../../../lib/failures/index.ts';
import type { EnvironmentFailure, Watched } from '../../../lib/failures/index.ts';
import { nameOf } from '../../../lib/failures/series.ts';
import type { Series } from '../../../lib/failures/series.ts';
import { synthesize } from '../../../lib/synthesis.ts';
import { ownProgram } from '../../fixtures/own-program.ts';
import { demandNone } from '../report/ledger.ts';
import type { Book } from '../report/ledger.ts';
import { isConfig } from './config-maps.ts';
import type { ConfigFiles } from './config-maps.ts';
import { firedBy } from './fired.ts';
import type { Fired } from './fired.ts';
import { misled } from './led.ts';

/**
 * Breaks each declared thing once, as its programs would show it: an alert must fire, or the failure is said to be
 * watched by nothing. While all is well, none may.
 */
export async function tryCoverage(book: Book, maps: readonly ConfigFiles[], folder: string): Promise<void> {
  for (const watched of watchedBy(await synthesize(ownProgram))) {
    const { component, service } = watched.world.servers.find(({ judges }) => judges)!;
    const application = `${watched.world.scene.environment.environment.name}-${component}`;
    const rules = maps.find(map => map.application === application && map.name === `${service}-rules`)?.files ?? {};
    await book.tries(`${application}: whatever breaks, an alert fires or the failure is listed`, async () => {
      // Many failures look alike, such as a dead flow and a scrape that fails: each look is tried once.
      const looks = new Map(watched.failures.map(({ changes }) => [JSON.stringify(changes), changes]));
      const cases = [[], ...looks.values()].map(changes => changed(watched, changes));
      const [well, ...seen] = await firedBy(rules, cases, join(folder, application));
      const fired = new Map([...looks.keys()].map((look, index) => [look, seen[index]!]));
      const always = new Set(well!.map(({ alertname }) => alertname!));
      const found = watched.failures.map(failure =>
        outcomeOf(failure, fired.get(JSON.stringify(failure.changes))!, always),
      );
      const alertmanager = maps.filter(isConfig('alertmanager.yml')).find(map => map.application === application);
      demandNone(
        [
          ...whileWell(well!),
          ...(await misled([well!, ...seen], rules, alertmanager, join(folder, application))),
          ...found.flatMap(({ complaint }) => complaint ?? []),
        ],
        'failures that are not told',
      );
      return found.map(({ line }) => line);
    });
  }
}

function changed({ world }: Watched, changes: readonly Series[]): Series[] {
  const series = [...world.stored.map(each => each.series), ...changes];
  return [...new Map(series.map(each => [nameOf(each), each])).values()];
}

// An alert that always fires says that all are judged; it starts no workflow.
function whileWell(well: Fired): string[] {
  return well
    .filter(({ severity }) => severity === 'critical' || severity === 'warning')
    .map(({ alertname }) => `${alertname} fires while all is well`);
}

interface Outcome {
  readonly line: string;
  readonly complaint?: string;
}

function outcomeOf(failure: EnvironmentFailure, fired: Fired, always: ReadonlySet<string>): Outcome {
  const { title, thing, silences = false, changes, unwatched } = failure;
  const told = silences
    ? [...always].map(name => `${name}, which falls silent`)
    : fired.map(({ alertname }) => alertname!).filter(name => !always.has(name));
  const names = [...new Set(told)].sort().join(', ');
  const line = `${title}: ${thing}: ${names || `nothing, since ${unwatched}`}`;
  if (names === '' && unwatched === undefined) {
    const seen = changes.length === 0 ? 'no series that is stored tells of it' : `${changes.length} series change`;
    return { line, complaint: `${title}: ${thing}: no alert fires (${seen})` };
  }
  if (names === '' || unwatched === undefined) return { line };
  return { line, complaint: `${title}: ${thing}: ${names} fires, and it is listed as watched by nothing` };
}
