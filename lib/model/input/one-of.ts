import { isObject } from './collections.ts';
import { faultsOf, wrong } from './form.ts';
import type { Form } from './form.ts';
import { hint } from './did-you-mean.ts';
import { quoted } from './names.ts';

/** Every key of a union of objects that have one each. */
type KeyOf<Union> = Union extends unknown ? keyof Union & string : never;

/**
 * An object with one key out of several, which says what it is.
 *
 * @param refused keys that others may know, each with what must be done in their place
 */
export function oneOf<Union>(
  forms: Readonly<Record<KeyOf<Union>, Form>>,
  refused: Readonly<Record<string, string>> = {},
): Form {
  const known = Object.keys(forms);
  const must = `must have exactly one of ${quoted(known)}`;
  return {
    must,
    check(value, field) {
      if (!isObject(value)) return [wrong('wrong-type', value, field, must)];
      const keys = Object.keys(value);
      const [key = ''] = keys;
      if (Object.hasOwn(refused, key)) return [{ code: 'refused', message: `'${field}.${key}' ${refused[key]!}` }];
      if (keys.length !== 1) return [wrong('conflict', value, field, must)];
      if (Object.hasOwn(forms, key)) return faultsOf(forms[key as KeyOf<Union>], value[key], `${field}.${key}`);
      return [wrong('unknown-key', value, field, `${must}${hint(known, key)}`)];
    },
  };
}
