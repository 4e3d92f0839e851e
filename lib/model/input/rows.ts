import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { isObject } from './collections.ts';
import { mistakesIn } from './form.ts';
import type { Form } from './form.ts';

/**
 * Mistakes in a table that is a list of named rows.
 *
 * @param file where the table is
 * @param fileOf where a row is, by its name. @default - in the table's file
 */
export function rowProblems(
  file: string,
  rows: unknown,
  form: Form,
  fileOf: (name: string) => string = name => `${file}: '${name}'`,
): Mistake[] {
  if (!Array.isArray(rows))
    return [mistake(rows === undefined ? 'missing' : 'wrong-type', file, 'must be a list of rows')];
  return Array.from(rows, (row: unknown, index) => {
    const name = isObject(row) && typeof row.name === 'string' && row.name !== '' ? row.name : undefined;
    return mistakesIn(name === undefined ? `${file}: row ${index + 1}` : fileOf(name), form, row);
  }).flat();
}
