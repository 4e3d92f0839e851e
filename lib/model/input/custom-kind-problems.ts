import type { Mistake } from '../mistake.ts';
import type { Rows } from '../platform.ts';
import { isObject, list } from './collections.ts';
import { customKindForm } from './custom-kind-forms.ts';
import { formOf, mistakesIn, optional } from './form.ts';
import { duplicateProblems } from './names.ts';

const file = 'imports/kinds.ts';
const table = list(optional(formOf('must be there', () => undefined)));

/** Mistakes in what the platform says of its own kinds, each row by itself. */
export function customKindProblems({ kinds = [] }: Pick<Rows, 'kinds'>): Mistake[] {
  const faults: Mistake[] = mistakesIn(file, table, kinds);
  if (faults.length > 0) return faults;
  const names = kinds.map((row, index) =>
    isObject(row) ? `${String(row.group)}/${String(row.kind)}` : `row ${index + 1}`,
  );
  return [
    ...kinds.flatMap((row, index) => mistakesIn(`${file}: '${names[index]!}'`, customKindForm, row)),
    ...duplicateProblems(file, names),
  ];
}
