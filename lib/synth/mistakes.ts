import { identityOf, repeatedIn, titleOf } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Draft } from '../model/unit.ts';
import type { Delivery, Placed } from './delivery.ts';
import { uncarriedIn } from './uncarried-values.ts';

/**
 * What no folder can say: objects that are there twice, objects of the base that an environment does not want, and
 * values that no file or patch carries unchanged, in what is added to the renderings, whose own are told before.
 *
 * @param drafts every draft, those of the delivery included
 */
export function mistakesIn({ environments }: Delivery, drafts: readonly Draft[]): Mistake[] {
  const placed = environments.flatMap(each => each.placed);
  const additions = placed.map(({ draft, target, rendering }) => ({
    path: draft.path,
    manifests: target.slice(rendering.manifests.length),
  }));
  const others = drafts.filter(({ owner }) => owner !== 'component');
  return [
    ...[...additions, ...others].flatMap(({ path, manifests }) =>
      manifests.flatMap(manifest => uncarriedIn(manifest, path)),
    ),
    ...placed.flatMap(droppedBy),
    ...drafts.flatMap(duplicatesIn),
  ];
}

function duplicatesIn({ path, manifests }: Draft): Mistake[] {
  return repeatedIn(manifests).map(manifest =>
    mistake('duplicate', path, `${titleOf(manifest)} is there twice, each object must be there once`),
  );
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
