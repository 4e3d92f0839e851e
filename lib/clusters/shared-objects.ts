import { isEqual } from '../kustomize/equal.ts';
import { InputError } from '../model/input-error.ts';
import { identityOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Residence } from './resident.ts';

/**
 * What the components of a cluster ask it to have once. Who asks for the same object shares it.
 *
 * @throws InputError for an object that two of them want to be different
 */
export function sharedObjects(residences: readonly Residence[]): Manifest[] {
  const shared = new Map<string, { readonly manifest: Manifest; readonly askedBy: string }>();
  const mistakes: Mistake[] = [];
  for (const { environment, residents } of residences) {
    for (const { draft, answers } of residents) {
      const askedBy = `${environment.name}/${draft.component}`;
      for (const manifest of answers.cluster ?? []) {
        const first = shared.get(identityOf(manifest));
        if (!first) shared.set(identityOf(manifest), { manifest, askedBy });
        else if (!isEqual(first.manifest, manifest)) {
          const other = `the one that ${first.askedBy} asks cluster '${draft.cluster}' for`;
          const message = `${titleOf(manifest)} differs from ${other}, both must ask for the same`;
          mistakes.push(mistake('conflict', askedBy, message));
        }
      }
    }
  }
  if (mistakes.length > 0) throw new InputError(mistakes);
  return [...shared.values()].map(({ manifest }) => manifest);
}
