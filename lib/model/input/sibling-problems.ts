import type { Siblings } from '../component-table.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Rows } from '../platform.ts';
import { areSiblings } from '../siblings.ts';
import { fields, isObject, map } from './collections.ts';
import { mistakesIn, optional } from './form.ts';
import { forms } from './forms.ts';

const where = 'overlays/components.ts';

const form = fields<Siblings>({
  siblings: map(forms.object),
  alerts: optional(map(forms.object)),
  dashboard: optional(forms.object),
});

/** Mistakes in what stands for several components: its form, and names that others have too. */
export function siblingProblems({ components }: Pick<Rows, 'components'>): Mistake[] {
  if (!isObject(components)) return []; // told with the table
  const wholes = Object.entries(components).filter((entry): entry is [string, Siblings] => areSiblings(entry[1]));
  const malformed = wholes.flatMap(([whole, siblings]) => mistakesIn(where, form, siblings, whole));
  if (malformed.length > 0) return malformed;
  const seen = new Set(Object.keys(components));
  return wholes.flatMap(([, { siblings }]) =>
    Object.entries(siblings).flatMap(([name, { table = where }]) => {
      if (!seen.has(name)) {
        seen.add(name);
        return [];
      }
      const message = `'name' ('${name}') is a name of overlays/components.ts already, it must be another one`;
      return [mistake('duplicate', `${table}: '${name}'`, message)];
    }),
  );
}
