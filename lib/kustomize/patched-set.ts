import { jsonPatched } from './json-patched.ts';
import type { Patch } from './patch-form.ts';
import { refusalsOf } from './uncarried.ts';
import { isSelected, kustomizeId } from './selection.ts';
import type { Target } from './selection.ts';
import { strategicallyMerged } from './strategic-merge.ts';
import type { MergeOptions } from './strategic-merge.ts';
import { namespaceOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { oncePerObject } from '../model/once-per-object.ts';

/** A patch as a kustomization lists it. A strategic patch that has no target names its object itself. */
export interface PatchEntry {
  readonly patch: Patch;
  readonly target?: Target;
}

/**
 * What Kustomize makes of all objects of a kustomization and one of its patches, computed in process: a patch without a
 * target changes the object that it names, and fails where there is none; a target may select any number of objects, or
 * none without a word. The model knows nothing of how patches are derived; the arguments are not changed.
 *
 * @throws Error where Kustomize fails or versions of it differ, and for what the model does not cover.
 */
export function patchedSet(
  objects: readonly Manifest[],
  { patch, target }: PatchEntry,
  options: MergeOptions = {},
): Manifest[] {
  const selected = new Set(selectedObjects(objects, { patch, target }));
  return objects.flatMap(object => {
    if (!selected.has(object)) return [object];
    const result = patchedObject(object, patch, options);
    return result ? [result] : [];
  });
}

/**
 * The objects of a kustomization that one of its patches reaches.
 *
 * @throws Error as `patchedSet` does.
 */
export function selectedObjects(objects: readonly Manifest[], { patch, target }: PatchEntry): Manifest[] {
  const byId = distinct(objects);
  if (target) return objects.filter(object => isSelected(object, target));
  if (patch.form === 'json6902') throw new Error('a JSON patch has no target, it must have one');
  const named = patch.body as Manifest;
  const selected = byId.get(kustomizeId(named));
  if (!selected) throw new Error(`the patch is for ${placeOf(named)}, there must be such an object`);
  return [selected];
}

/**
 * What Kustomize makes of one object and a patch that is meant for it.
 *
 * @returns undefined where the patch takes the object away.
 */
export function patchedObject(base: Manifest, patch: Patch, options: MergeOptions = {}): Manifest | undefined {
  const result =
    patch.form === 'strategic'
      ? strategicallyMerged(base, patch.body, options)
      : (jsonPatched(base, patch.operations, options.isByPeople) as Manifest);
  if (!result) return undefined;
  assertSameIdentity(base, result);
  const [refusal] = options.isByPeople ? refusalsOf(result) : [];
  if (refusal) throw new Error(`once patched, ${refusal}`);
  return result;
}

function assertSameIdentity(base: Manifest, result: Manifest): void {
  const [before, after] = [base, result].map(({ apiVersion, kind, metadata }) => {
    return JSON.stringify([apiVersion, kind, metadata?.name, metadata?.namespace]);
  });
  if (before === after) return;
  throw new Error('the patch changes what makes the object the object it is, which moves references too');
}

/** The objects by what makes them the same to Kustomize; once for all patches of a kustomization. */
const distinct = oncePerObject((objects: readonly Manifest[]): ReadonlyMap<string, Manifest> => {
  const byId = new Map<string, Manifest>();
  for (const object of objects) {
    const id = kustomizeId(object);
    if (byId.has(id)) throw new Error(`${placeOf(object)} is there twice, Kustomize wants each object once`);
    byId.set(id, object);
  }
  return byId;
});

function placeOf(manifest: Manifest): string {
  const namespace = namespaceOf(manifest);
  return namespace === undefined ? titleOf(manifest) : `${titleOf(manifest)} in the namespace '${namespace}'`;
}
