import fc from 'fast-check';
import { isMap } from '../../lib/yaml/json.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { edited, edits, some, textMaps, texts } from './random-json.ts';
import type { Edit } from './random-json.ts';
import { bodies, names } from './random-bodies.ts';
import type { Body } from './random-bodies.ts';

/** Two objects that are one and the same, as a base and an environment have it. */
export interface Pair {
  readonly base: Manifest;
  readonly target: Manifest;
}

const annotations = fc.dictionary(fc.constantFrom('a', 'b', 'example.com/c', 'y', 'on'), texts, {
  minKeys: 1,
  noNullPrototype: true,
});

const metadata = some({ annotations, finalizers: fc.uniqueArray(names, { maxLength: 3 }), labels: textMaps });

/** Objects of any kind: little, much or all differs between base and target. They have one and the same name. */
export const pairs: fc.Arbitrary<Pair> = fc.constantFrom(...bodies).chain(body => {
  const objects = objectsOf(body);
  const unlike = fc.record({ base: objects, target: objects });
  const alike = fc.tuple(objects, fc.array(edits, { minLength: 1, maxLength: 3 })).map(([base, changes]): Pair => {
    return { base, target: changes.reduce(withEdit, base) };
  });
  const either = fc.oneof(unlike, { weight: 6, arbitrary: alike });
  return fc.tuple(either, fc.boolean()).map(([pair, isSwapped]) => (isSwapped ? swapped(pair) : pair));
});

/** The pair under a name of its own. */
export function named({ base, target }: Pair, name: string): Pair {
  return { base: withName(base, name), target: withName(target, name) };
}

/** Kinds without references. In all others Kustomize looks for names, and fails where a scalar stands for a map. */
export const FREE: readonly string[] = ['ConfigMap', 'Kafka', 'NetworkPolicy', 'PodDisruptionBudget', 'Service'];

function objectsOf([apiVersion, kind, body]: Body): fc.Arbitrary<Manifest> {
  return fc.tuple(metadata, body).map(([fields, rest]) => {
    return { apiVersion, kind, metadata: { name: 'x', ...fields }, ...rest };
  });
}

/** Edits everything but what makes the object the object it is, and what Kustomize itself reads. */
function withEdit(manifest: Manifest, edit: Edit): Manifest {
  const {
    apiVersion,
    kind,
    metadata: { name, annotations: notes, labels = {}, ...meta },
    ...body
  } = manifest;
  // Kustomize wants a name in each subject.
  if (kind === 'RoleBinding') return manifest;
  const changed = edited({ labels, meta, ...body }, edit, { isTame: !FREE.includes(kind) });
  if (!isMap(changed)) return manifest;
  const { labels: newLabels, meta: newMeta, ...rest } = changed;
  const fields: JsonMap = {
    ...(isMap(newMeta) && newMeta),
    ...(isMap(newLabels) && { labels: newLabels }),
    ...(notes !== undefined && { annotations: notes }),
  };
  return { apiVersion, kind, ...rest, metadata: { ...fields, name } };
}

function swapped({ base, target }: Pair): Pair {
  return { base: target, target: base };
}

function withName(manifest: Manifest, name: string): Manifest {
  return { ...manifest, metadata: { ...manifest.metadata, name } };
}
