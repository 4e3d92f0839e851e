import { choice, fields, isObject, map } from '../model/input/collections.ts';
import { faultsOf, formOf, optional, wrong } from '../model/input/form.ts';
import type { Form } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import type { SecretFile } from '../model/secret-ref.ts';

/** A text that may be empty. */
export const anyText = formOf('must be a text', value => (typeof value === 'string' ? undefined : 'wrong-type'));

const secretRef = fields<SecretFile>({
  secret: forms.objectName,
  key: forms.fileName,
  as: optional(choice(['file'])),
});

/** What variables of a container must be like. */
export const variablesForm = map(
  either('must be a text, secretRef() or secretFile()', anyText, secretRef),
  forms.variableName,
);

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
