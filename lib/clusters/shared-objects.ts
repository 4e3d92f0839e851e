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
  const shared = new Map<string, Manifest>();
  const mistakes: Mistake[] = [];
  for (const { environment, residents } of residences) {
    for (const { draft, answers } of residents) {
      for (const manifest of answers.cluster ?? []) {
        const known = shared.get(identityOf(manifest));
        if (!known) shared.set(identityOf(manifest), manifest);
        else if (!isEqual(known, manifest)) {
          const where = `${environment.name}/${draft.component}`;
          const must = `differs from what others ask cluster '${draft.cluster}' for, all must ask for the same`;
          mistakes.push(mistake('conflict', where, `${titleOf(manifest)} ${must}`));
        }
      }
    }
  }
  if (mistakes.length > 0) throw new InputError(mistakes);
  return [...shared.values()];
}
