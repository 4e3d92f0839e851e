import { programKinds } from '../kinds/index.ts';
import type { Kinds } from '../kinds/kinds.ts';
import type { Container } from '../kinds/pods/containers.ts';
import type { Manifest } from '../model/manifest.ts';
import { oncePerObject } from '../model/once-per-object.ts';
import type { JsonMap } from '../yaml/json.ts';
import { textsAt } from '../yaml/json-path.ts';

/** The pods that an object has written out. */
export interface PodTemplate {
  readonly metadata: JsonMap;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: JsonMap;
}

/** Kinds that make pods, whoever decides what these are. */
export function workloadKinds(kinds: Kinds): readonly string[] {
  return kinds.namesOf(({ pods }) => pods !== undefined);
}

/** Kinds that have their pods written out, so that rules may ask all of them. They are the program's own. */
export const templateKinds = programKinds.namesOf(({ pods }) => pods?.made === 'by-template');

/** Those of them whose pods run until somebody stops them. */
export const servingKinds = programKinds.namesOf(({ pods }) => pods?.made === 'by-template' && pods.serves);

/** The pods that an object has written out; undefined where it makes none, or an operator decides what they are. */
export const podTemplateOf = oncePerObject((manifest: Manifest): PodTemplate | undefined => {
  if (programKinds.kindOf(manifest)?.pods?.made !== 'by-template') return undefined;
  const { metadata, spec } = programKinds.podsOf(manifest)[0]!;
  return { metadata, labels: textsAt(metadata, 'labels'), spec };
});

/** Every container of the pods that an object makes, those that run first included, and as much as is known of each. */
export function containersOf(manifest: Manifest, { kinds }: { readonly kinds: Kinds }): readonly Container[] {
  return kinds.containersOf(manifest);
}
