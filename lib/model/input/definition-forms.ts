import { isMap } from '../../yaml/json.ts';
import { at } from '../../yaml/json-path.ts';
import { choice, isObject, list } from './collections.ts';
import { groupForm, kindForm } from './custom-kind-forms.ts';
import { faultsOf, formOf, optional, pattern, wrong } from './form.ts';
import type { Form } from './form.ts';
import { forms } from './forms.ts';

/** The version of definitions that API servers take. */
export const definitionVersion = 'apiextensions.k8s.io/v1';

const schemaForm = formOf("must be the schema of its objects, with the type 'object'", value => {
  if (!isMap(value)) return 'wrong-type';
  return value.type === 'object' ? undefined : 'malformed';
});

const versionName = pattern("must be a version, such as 'v1' or 'v1beta1'", /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/);

const ofVersion: readonly (readonly [path: string, form: Form])[] = [
  ['name', versionName],
  ['served', forms.flag],
  ['schema.openAPIV3Schema', schemaForm],
];

const versionForm: Form = {
  must: 'must be a version with its name, and its schema',
  check(value, field) {
    if (!isObject(value)) return [wrong('wrong-type', value, field, this.must)];
    return ofVersion.flatMap(([path, form]) =>
      faultsOf(form, at(value as never, ...path.split('.')), `${field}.${path}`),
    );
  },
};

const versions = list(versionForm, 1);

const served: Form = {
  must: versions.must,
  check(value, field) {
    const faults = versions.check(value, field);
    if (faults.length > 0 || (value as readonly { readonly served: boolean }[]).some(each => each.served))
      return faults;
    return [{ code: 'missing', message: `'${field}' has none that is served, one at least must be` }];
  },
};

const notPreserving = formOf('must be false, or left out', value => (value === false ? undefined : 'refused'));

/** What a definition must say, by where it says it. There is more in it, which only API servers read. */
export const definitionForms: readonly (readonly [path: string, form: Form])[] = [
  ['metadata.name', forms.objectName],
  ['spec.group', groupForm],
  ['spec.names.kind', kindForm],
  ['spec.names.plural', forms.label],
  ['spec.scope', choice(['Namespaced', 'Cluster'])],
  ['spec.versions', served],
  ['spec.preserveUnknownFields', optional(notPreserving)],
];
