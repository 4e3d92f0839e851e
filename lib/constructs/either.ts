import { isObject } from '../model/input/collections.ts';
import { faultsOf, wrong } from '../model/input/form.ts';
import type { Form } from '../model/input/form.ts';

/** One form or another, which some values are meant to have. */
export function either(must: string, plain: Form, other: Form, isOther: (value: unknown) => boolean = isObject): Form {
  return {
    must,
    check(value, field) {
      if (isOther(value) || isObject(value)) return faultsOf(isOther(value) ? other : plain, value, field);
      return plain.check(value, field).length === 0 ? [] : [wrong('wrong-type', value, field, must)];
    },
  };
}
