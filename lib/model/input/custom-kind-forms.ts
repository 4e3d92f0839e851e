import type { CustomKind, NamedObject, OperatorContainer, OperatorPods } from '../custom-kind.ts';
import { choice, fields, isObject, list, map } from './collections.ts';
import { formOf, optional, pattern, whole } from './form.ts';
import type { Form } from './form.ts';
import { forms } from './forms.ts';

/** An API group of custom resources, which is always a domain. */
export const groupForm = pattern(
  "must be an API group, such as 'example.com'",
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/,
);

/** The name of a kind. */
export const kindForm = pattern("must be a kind, such as 'SparkApplication'", /^[A-Za-z][A-Za-z0-9-]{0,62}$/);

const functionForm = formOf('must be a function of an object', value =>
  typeof value === 'function' ? undefined : 'wrong-type',
);

const script = fields<{ lua: string }>({ lua: forms.text });
const builtIn = choice(['built-in']);
const healthForm: Form = {
  must: "must be 'built-in' or a script, { lua }",
  check: (value, field) => (isObject(value) ? script : builtIn).check(value, field),
};

/** A row of `imports/kinds.ts`. */
export const customKindForm = fields<CustomKind>({
  group: groupForm,
  kind: kindForm,
  holdsData: optional(forms.flag),
  health: optional(healthForm),
  pods: optional(functionForm),
  names: optional(functionForm),
});

const anyText = pattern('must be a text', /^/);

/** Amounts in the words of this platform; what else a node offers is counted in whole numbers. */
const amounts: Form = {
  must: 'must be an object',
  check: (value, field) =>
    map(forms.text)
      .check(value, field)
      .concat(
        Object.entries(isObject(value) ? value : {}).flatMap(([name, amount]) =>
          typeof amount === 'string' ? (amountForms[name]?.check(amount, `${field}.${name}`) ?? []) : [],
        ),
      ),
};

const amountForms: Readonly<Record<string, Form>> = {
  'cpu': forms.cpu,
  'memory': forms.memory,
  'ephemeral-storage': forms.scratch,
};

const containerForm = fields<OperatorContainer>({
  name: forms.text,
  image: optional(anyText), // a rule judges it
  ports: optional(map(forms.port)),
  resources: optional(
    fields<NonNullable<OperatorContainer['resources']>>({ requests: optional(amounts), limits: optional(amounts) }),
  ),
});

/** What `pods` of such a row says of an object. */
export const operatorPodsForm = list(
  fields<OperatorPods>({
    title: optional(forms.text),
    most: whole(0, 100_000),
    labels: map(anyText),
    containers: list(containerForm, 1),
    claims: optional(list(forms.disk)),
  }),
);

/** What `names` says. */
export const namedObjectsForm = list(
  fields<NamedObject>({
    kind: pattern("must be a group and a kind, such as '/Secret'", /^[a-z0-9.-]*\/[A-Za-z0-9-]+$/),
    name: forms.text,
    key: optional(forms.text),
  }),
);
