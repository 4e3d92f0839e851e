import { firstDifference, isEqual } from './equal.ts';
import { patchedObject, selectedObjects } from './patched-set.ts';
import type { Patch } from './patch-form.ts';
import type { Target } from './selection.ts';
import type { MergeOptions } from './strategic-merge.ts';
import { namespaceOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';

/**
 * What Kustomize makes of an object and a patch, computed in process. The model knows nothing of how patches are
 * derived, so that it catches a wrong one; neither argument is changed.
 *
 * @throws Error where Kustomize fails, takes the object away or finds another, and for what the model does not cover.
 */
export function patched(base: Manifest, patch: Patch, options: MergeOptions = {}): Manifest {
  if (patch.form === 'strategic') assertNamespace(base, patch.body as Manifest);
  const result = patchedObject(base, patch, options);
  if (!result) throw new Error('the patch takes the object away, it must leave it there');
  return result;
}

/** Where a patch is listed, and what else it could reach there. */
export interface Surrounding {
  /** All objects of the kustomization, those that it adds itself included. */
  readonly objects: readonly Manifest[];

  /** @default - none: the patch names its object itself */
  readonly target?: Target;
}

/**
 * Proves that a patch turns `base` into `target` and nothing else, and within its surrounding no other object.
 *
 * @param surrounding where the patch is listed @default - the object alone, under a target that selects it
 * @throws Error naming the object and the first path at which the result is not the target, or an idle patch.
 */
export function prove(base: Manifest, target: Manifest, patch: Patch, surrounding?: Surrounding): void {
  const result = evaluated(base, () => patched(base, patch));
  const path = firstDifference(result, target);
  if (path !== undefined) {
    throw new Error(`${titleOf(base)}: '${path}' is wrong once patched, base and patch must give the target`);
  }
  if (isEqual(base, result)) {
    throw new Error(`${titleOf(base)}: the patch changes nothing, each patch must change something`);
  }
  if (surrounding) evaluated(base, () => proveReach(base, patch, surrounding));
}

function proveReach(base: Manifest, patch: Patch, { objects, target }: Surrounding): void {
  const selected = selectedObjects(objects, { patch, target });
  if (!selected.includes(base)) throw new Error('the target of the patch does not select it, it must');
  const other = selected.find(object => object !== base);
  if (other) throw new Error(`the target of the patch selects ${inWords(other)} as well, it must select one object`);
}

/** With its namespace, since the other has the same name. */
function inWords(manifest: Manifest): string {
  return `${titleOf(manifest)} of the namespace '${namespaceOf(manifest) ?? ''}'`;
}

function assertNamespace(base: Manifest, body: Manifest): void {
  const [namespace, stated] = [base, body].map(namespaceOf);
  if (namespace === stated) return;
  throw new Error(`the patch is for the namespace '${String(stated)}', it must be '${String(namespace)}'`);
}

function evaluated<T>(base: Manifest, evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    throw new Error(`${titleOf(base)}: ${(error as Error).message}`, { cause: error });
  }
}
