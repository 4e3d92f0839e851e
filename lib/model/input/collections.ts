import { isMap } from '../../yaml/json.ts';
import { hint, listed } from './did-you-mean.ts';
import { faultsOf, wrong } from './form.ts';
import type { Fault, Form } from './form.ts';
import { quoted } from './names.ts';
import { shown } from './shown.ts';

/** One of a few words. */
export function choice(words: readonly string[]): Form {
  const must = `must be ${words.length === 2 ? words.map(word => `'${word}'`).join(' or ') : `one of ${quoted(words)}`}`;
  return {
    must,
    check(value, field) {
      if (typeof value !== 'string') return [wrong('wrong-type', value, field, must)];
      return words.includes(value) ? [] : [wrong('unknown-name', value, field, must + hint(words, value))];
    },
  };
}

/** A list whose items have one form. @param least how many there must be */
export function list(item: Form, least = 0): Form {
  const must =
    least > 0 ? `must be a list with at least ${least === 1 ? 'one item' : `${least} items`}` : 'must be a list';
  return {
    must,
    check(value, field) {
      if (!Array.isArray(value)) return [wrong('wrong-type', value, field, must)];
      const few = value.length < least ? [wrong('missing', value, field, must)] : [];
      // By index, for a hole in the list must be seen too.
      const items = Array.from(value, (each: unknown, index) => faultsOf(item, each, `${field}[${index}]`));
      return [...few, ...items.flat()];
    },
  };
}

/** An object with any keys, whose values have one form. */
export function map(item: Form, key?: Form): Form {
  return {
    must: 'must be an object',
    check(value, field) {
      if (!isObject(value)) return [wrong('wrong-type', value, field, this.must)];
      const inField = field ? `'${field}': ` : '';
      return Object.entries(value).flatMap(([name, each]) => [
        ...(key?.check(name, '') ?? []).map(fault => ({ ...fault, message: `${inField}key ${fault.message}` })),
        ...faultsOf(item, each, below(field, name)),
      ]);
    },
  };
}

/** The form of each field of a type. */
export type FormsOf<T> = { readonly [Key in keyof Required<T>]: Form };

/** An object with the fields of a type, and no others. */
export function fields<T>(forms: FormsOf<T>): Form {
  const known = Object.keys(forms);
  const rows = Object.entries<Form>(forms);
  return {
    must: 'must be an object',
    check(value, field) {
      if (!isObject(value)) return [wrong('wrong-type', value, field, this.must)];
      const faults: Fault[] = [];
      for (const [key, form] of rows) faults.push(...faultsOf(form, own(value, key), below(field, key)));
      for (const key of Object.keys(value)) {
        if (!Object.hasOwn(forms, key)) faults.push(unknownKey(below(field, key), key, known));
      }
      return faults;
    },
  };
}

/** A fault of a key that its object does not have. */
export function unknownKey(path: string, key: string, known: readonly string[]): Fault {
  return { code: 'unknown-key', message: `${shown(path)} is an unknown key, it must be one of ${listed(known, key)}` };
}

/** Whether a value is an object that is no list, and none of a class, such as a `Map`, whose fields are not its own. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isMap(value)) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null; // of any realm
}

/** A field of an object, and never one that all objects have. */
export function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function below(field: string, key: string): string {
  return field ? `${field}.${key}` : key;
}
