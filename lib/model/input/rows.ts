import type { Mistake } from '../mistake.ts';
import { isObject, list } from './collections.ts';
import { formOf, mistakesIn, optional } from './form.ts';
import type { Form } from './form.ts';

const anything = optional(formOf('must be there', () => undefined));

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
  const table = mistakesIn(file, list(anything), rows);
  if (!Array.isArray(rows) || table.length > 0) return table;
  return Array.from(rows, (row: unknown, index) => {
    const name = isObject(row) && typeof row.name === 'string' && row.name !== '' ? row.name : undefined;
    return mistakesIn(name === undefined ? `${file}: row ${index + 1}` : fileOf(name), form, row);
  }).flat();
}
