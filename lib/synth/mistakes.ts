import { refusalsOf } from '../kustomize/uncarried.ts';
import { identityOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Draft } from '../model/unit.ts';
import type { Delivery, Placed } from './delivery.ts';

/**
 * What no overlay can say: values that no file or patch carries unchanged, whichever folder they are in, and objects
 * of the base that an environment does not want.
 *
 * @param drafts every draft, those of the delivery included
 */
export function mistakesIn({ bases, environments }: Delivery, drafts: readonly Draft[]): Mistake[] {
  const seen = new Set<Manifest>();
  const placed = environments.flatMap(each => each.placed);
  const targets = placed.map(({ draft, target }) => ({ path: draft.path, manifests: target }));
  const others = drafts.filter(({ owner }) => owner !== 'component');
  return [
    ...[...bases, ...targets, ...others].flatMap(({ path, manifests }) =>
      manifests.flatMap(manifest => {
        if (seen.has(manifest)) return [];
        seen.add(manifest);
        const where = `${path}: ${titleOf(manifest)}`;
        return refusalsOf(manifest).map(message => mistake('uncarried-value', where, message));
      }),
    ),
    ...placed.flatMap(droppedBy),
  ];
}

function droppedBy({ draft, base, target }: Placed): Mistake[] {
  const present = new Set(target.map(identityOf));
  const missing = base.filter(manifest => !present.has(identityOf(manifest)));
  return missing.map(manifest =>
    mistake(
      'dropped-object',
      `${draft.environment}/${draft.component}`,
      `${titleOf(manifest)} of the base would be gone, but an environment only changes objects and adds them: what is `
        + 'not wanted everywhere must not be in the base',
    ),
  );
}
