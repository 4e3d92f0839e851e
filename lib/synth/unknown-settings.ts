import { placeOf } from '../constructs/component-chart.ts';
import type { ComponentChart } from '../constructs/component-chart.ts';
import type { ServiceClass } from '../model/service.ts';
import { unknownKey } from '../model/input/collections.ts';
import type { Mistake } from '../model/mistake.ts';
import { commonKeys } from './common-settings.ts';
import { isAllRead, readingOf, unreadKeys } from './read-settings.ts';
import type { ServiceRow } from './service-row.ts';
import { isRendered } from './try-out.ts';

/** What a class has been seen to read: most environments set what another one has set before. */
const known = new WeakMap<ServiceClass<never>, Map<string, Set<string>>>();

/**
 * Mistakes for settings that the construct of a service never reads. Its keys are types only, so it is run once more
 * with settings that note what is read of them, and what it renders then is thrown away.
 */
export function unknownSettings(row: ServiceRow, chart: ComponentChart): Mistake[] {
  const { construct, settings } = row;
  if (settings === undefined) return [];
  const read = known.get(construct) ?? new Map<string, Set<string>>();
  known.set(construct, read);
  if (isAllRead(settings, read)) return [];
  const reading = readingOf(settings);
  // What is left to be read when objects are written is read too.
  const isWhole = isRendered({ ...row, settings: reading.settings }, chart);
  for (const [path, keys] of reading.read) read.set(path, new Set([...(read.get(path) ?? []), ...keys]));
  if (!isWhole) return []; // it stopped early, and the reason is told already
  return unreadKeys(settings, read).map(({ path, key }) => ({
    ...unknownKey(path ? `${path}.${key}` : key, key, [...(read.get(path) ?? []), ...(path ? [] : commonKeys)].sort()),
    where: placeOf(row.name, chart),
  }));
}
