import { choice, fields, map } from '../model/input/collections.ts';
import { formOf, optional } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import type { SecretFile } from '../model/secret-ref.ts';
import { either } from './either.ts';

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
