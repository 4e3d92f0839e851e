import { isEqual } from './equal.ts';
import { jsonPatch } from './json-patch.ts';
import { namespaceOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Patch } from './patch-form.ts';
import { refusalsOf } from './uncarried.ts';
import { strategicPatch } from './strategic-patch.ts';

export { targetOf } from './target.ts';
export type { Patch } from './patch-form.ts';
export type { Target } from './selection.ts';

/**
 * The smallest patch that makes Kustomize turn `base` into `target`: a strategic merge patch where that is exact, and
 * otherwise a JSON patch, which replaces a list that differs unless its items have names to change them by. Equal input gives equal output; neither object
 * is changed, and the patch may share values with the target.
 *
 * @returns undefined where the two say the same.
 * @throws Error for two different objects, and for values that no patch carries (see `refusalsOf`).
 */
export function patchBetween(base: Manifest, target: Manifest): Patch | undefined {
  if (base === target) return undefined;
  assertSameObject(base, target);
  if (isEqual(base, target)) return undefined;
  assertNoRefusals(base);
  assertNoRefusals(target);

  const body = strategicPatch(base, target);
  if (body) return { form: 'strategic', body };
  return { form: 'json6902', operations: jsonPatch(base, target) };
}

/** What makes the object the same to Kustomize. */
const identity: Readonly<Record<string, (manifest: Manifest) => string | undefined>> = {
  'apiVersion': ({ apiVersion }) => apiVersion,
  'kind': ({ kind }) => kind,
  'metadata.name': ({ metadata }) => metadata.name,
  'metadata.namespace': namespaceOf,
};

function assertSameObject(base: Manifest, target: Manifest): void {
  for (const field in identity) {
    const [before, after] = [identity[field]!(base), identity[field]!(target)];
    if (before === after) continue;
    throw new Error(
      `${titleOf(base)}: a patch cannot change '${field}' from '${before}' to '${after}', `
        + 'base and target must be the same object',
    );
  }
}

function assertNoRefusals(manifest: Manifest): void {
  const [first] = refusalsOf(manifest);
  if (first) throw new Error(`${titleOf(manifest)}: ${first}`);
}
