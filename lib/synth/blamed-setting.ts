import type { ComponentChart } from '../constructs/component-chart.ts';
import { shown } from '../model/input/shown.ts';
import type { ServiceRow } from './service-row.ts';
import { isRendered } from './try-out.ts';

/**
 * The setting without which a service that cannot be rendered could be, with its value: `'storage' (7)`. Undefined
 * where the service cannot be rendered without any settings either.
 */
export function blamedSetting(row: ServiceRow, chart: ComponentChart): string | undefined {
  const { settings } = row;
  if (settings === undefined || !isRendered({ ...row, settings: undefined }, chart)) return undefined;
  const blamed = Object.entries(settings).find(([key]) => {
    const { [key]: _, ...others } = settings as Readonly<Record<string, unknown>>;
    return isRendered({ ...row, settings: others }, chart);
  });
  return blamed ? `'${blamed[0]}' (${shown(blamed[1])})` : shown(settings);
}
