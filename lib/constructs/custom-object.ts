import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { CustomObject, CustomObjectMetadata } from '../model/custom-object.ts';
import { fields, map } from '../model/input/collections.ts';
import { kindForm } from '../model/input/custom-kind-forms.ts';
import { optional, pattern } from '../model/input/form.ts';
import type { Form } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import { guardedBesides } from '../model/sync.ts';
import { ComponentChart, serviceNameOf } from './component-chart.ts';
import { podLabels } from './labels.ts';
import { holdsForm } from './refuse.ts';

/**
 * Renders an object of a custom resource. Its kind may come later than the component, with an operator; where a row of
 * `imports/kinds.ts` says that it holds data, Argo CD never deletes it by itself.
 *
 * @param object typed by a file in `imports/`, where there is one: `customObject<SparkApplication>(this, 'Default', …)`
 */
export function customObject<Type extends CustomObject>(scope: Construct, id: string, object: Type): ApiObject {
  const { metadata = {}, ...content }: CustomObject = object;
  for (const [field, form] of objectForms) holdsForm(scope, field, object[field], form);
  const { name = serviceNameOf(scope), labels = {}, annotations = {} } = metadata;
  const guards = holdsData(scope, object) ? (['keep', 'kindComesLater'] as const) : (['kindComesLater'] as const);
  return new ApiObject(scope, id, {
    ...content,
    metadata: {
      name,
      labels: { ...labels, ...podLabels(scope) },
      annotations: guardedBesides(annotations, ...guards),
    },
  });
}

function holdsData(scope: Construct, { apiVersion, kind }: CustomObject): boolean {
  const { kinds } = ComponentChart.of(scope).surroundings.platform;
  return kinds.some(
    row => row.holdsData === true && row.kind === kind && String(apiVersion).startsWith(`${row.group}/`),
  );
}

const texts = optional(map(pattern('must be a text', /^/)));

/** All else is judged with the rest of the platform, by the schema of the kind. */
const objectForms: readonly (readonly [keyof CustomObject, Form])[] = [
  [
    'apiVersion',
    pattern(
      "must be a version of a custom resource, such as 'example.com/v1'",
      /^[a-z0-9-]+(\.[a-z0-9-]+)+\/[a-z0-9]+$/,
    ),
  ],
  ['kind', kindForm],
  [
    'metadata',
    optional(fields<CustomObjectMetadata>({ name: optional(forms.objectName), labels: texts, annotations: texts })),
  ],
];
