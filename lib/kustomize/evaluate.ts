import { firstDifference, isEqual } from './equal.ts';
import { jsonPatched } from './json-patched.ts';
import { titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Patch } from './patch.ts';
import { strategicallyMerged } from './strategic-merge.ts';

/**
 * What Kustomize makes of an object and a patch, computed in process. The model knows nothing of how patches are
 * derived, so that it catches a wrong one; neither argument is changed.
 *
 * @throws Error where Kustomize fails or loses something, and for what the model does not cover.
 */
export function patched(base: Manifest, patch: Patch): Manifest {
  if (patch.form === 'strategic') return strategicallyMerged(base, patch.body);
  return jsonPatched(base, patch.operations) as Manifest;
}

/**
 * Proves that a patch turns `base` into `target` and nothing else.
 *
 * @throws Error naming the object and the first path at which the result is not the target, or an idle patch.
 */
export function prove(base: Manifest, target: Manifest, patch: Patch): void {
  const result = evaluated(base, patch);
  const path = firstDifference(result, target);
  if (path !== undefined) {
    throw new Error(`${titleOf(base)}: '${path}' is wrong once patched, base and patch must give the target`);
  }
  if (isEqual(base, result)) {
    throw new Error(`${titleOf(base)}: the patch changes nothing, each patch must change something`);
  }
}

function evaluated(base: Manifest, patch: Patch): Manifest {
  try {
    return patched(base, patch);
  } catch (error) {
    throw new Error(`${titleOf(base)}: ${(error as Error).message}`, { cause: error });
  }
}
