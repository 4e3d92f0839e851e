import { placeOf } from '../constructs/component-chart.ts';
import type { ComponentChart } from '../constructs/component-chart.ts';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import { blamedSetting } from './blamed-setting.ts';
import { commonMistakes } from './common-settings.ts';
import type { ServiceRow } from './service-row.ts';
import { unknownSettings } from './unknown-settings.ts';

/**
 * Runs the construct of a service. What it refuses, and settings that it does not know, are mistakes of the chart.
 *
 * @throws Error where the construct is defective, whatever its settings are
 */
export function addService(chart: ComponentChart, row: ServiceRow): void {
  const before = chart.mistakes.length;
  try {
    new row.construct(chart, row.name, row.settings as never);
  } catch (error) {
    // After a mistake that was refused, a construct may stumble over its value.
    if (isInWords(error) || chart.mistakes.length === before) chart.mistakes.push(...mistakesOf(error, row, chart));
  }
  chart.mistakes.push(...commonMistakes(row.name, chart), ...unknownSettings(row, chart));
}

/**
 * What an error says about settings, where it comes when the objects of a chart are written.
 *
 * @throws the error itself where it would come without any settings too
 */
export function mistakesOfObjects(error: unknown, rows: readonly ServiceRow[], chart: ComponentChart): Mistake[] {
  const mistakes = rows.flatMap(row => blameMistake(error, row, chart) ?? []);
  if (mistakes.length === 0) throw error;
  return mistakes;
}

/**
 * What an error of a construct says about its settings.
 *
 * @throws the error itself where it would come without any settings too
 */
function mistakesOf(error: unknown, row: ServiceRow, chart: ComponentChart): readonly Mistake[] {
  if (error instanceof InputError) return error.mistakes;
  if (isInWords(error)) {
    return [mistake('refused', placeOf(row.name, chart), error.message.replace(`${row.name}: `, ''))];
  }
  const blamed = blameMistake(error, row, chart);
  if (!blamed) throw error;
  return [blamed];
}

function blameMistake(error: unknown, row: ServiceRow, chart: ComponentChart): Mistake | undefined {
  const blamed = blamedSetting(row, chart);
  if (blamed === undefined) return undefined;
  const message = `${blamed} must be another value, its service cannot be rendered (${String(error)})`;
  return mistake('refused', placeOf(row.name, chart), message);
}

/** A TypeError or the like speaks of the code, not of what a person wrote. */
function isInWords(error: unknown): error is Error {
  return error instanceof InputError || (error instanceof Error && error.constructor === Error);
}
