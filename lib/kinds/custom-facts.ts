import type { CustomKind, OperatorContainer, OperatorPods } from '../model/custom-kind.ts';
import { namedObjectsForm, operatorPodsForm } from '../model/input/custom-kind-forms.ts';
import { mistakesIn } from '../model/input/form.ts';
import type { Form } from '../model/input/form.ts';
import { InputError } from '../model/input-error.ts';
import { titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { JsonMap } from '../yaml/json.ts';
import type { Kind } from './kind.ts';
import { byOperator, containerOf } from './pods/by-operator.ts';
import type { Pods } from './pods/pods.ts';
import { beside } from './reference.ts';

/** What a row of `imports/kinds.ts` says, as the program knows it of its own kinds. */
export function factsOf(row: CustomKind): Partial<Kind> {
  const { holdsData, health } = row;
  return {
    ...(holdsData !== undefined && { holdsData: holdsData ? 'in-object' : undefined }),
    ...(health !== undefined && { health }),
    ...(row.pods && {
      pods: byOperator(manifest => said(row, 'pods', operatorPodsForm, manifest).map(podsOf)),
    }),
    ...(row.names && {
      names: manifest =>
        said(row, 'names', namedObjectsForm, manifest).flatMap(({ kind, name, key }) =>
          beside(manifest, kind, name, key),
        ),
    }),
  };
}

/** What a function of the row says of an object. @throws InputError where it fails, or says what has another form */
function said<Field extends 'pods' | 'names'>(
  row: CustomKind,
  field: Field,
  form: Form,
  manifest: Manifest,
): ReturnType<NonNullable<CustomKind[Field]>> {
  const where = `imports/kinds.ts: '${row.group}/${row.kind}'`;
  const of = `'${field}' of ${titleOf(manifest)}`;
  let value: unknown;
  try {
    value = row[field]!(manifest);
  } catch (error) {
    throw new InputError([mistake('refused', where, `${of} fails (${String(error)}), it must take whatever is there`)]);
  }
  const mistakes = mistakesIn(`${where}: ${of}`, form, value, field);
  if (mistakes.length > 0) throw new InputError(mistakes);
  return value as ReturnType<NonNullable<CustomKind[Field]>>;
}

function podsOf({ title, most, labels, containers, claims = [] }: OperatorPods): Pods {
  return {
    ...(title !== undefined && { title }),
    metadata: { labels },
    spec: { containers: containers.map(container) },
    claims: claims.map(size => ({ size })),
    most: (_, scaled) => scaled ?? most,
  };
}

function container({ name, ports = {}, ...stated }: OperatorContainer): JsonMap {
  return containerOf(name, stated as unknown as JsonMap, ports);
}
