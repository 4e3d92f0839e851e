import fc from 'fast-check';
import { firstDifference } from '../../lib/kustomize/equal.ts';
import { patchedObject } from '../../lib/kustomize/patched-set.ts';
import type { MergeOptions } from '../../lib/kustomize/strategic-merge.ts';
import { identityOf } from '../../lib/model/manifest.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { isMap } from '../../lib/yaml/json.ts';
import type { Json } from '../../lib/yaml/json.ts';
import { styleOf } from '../../lib/yaml/yaml-scalar.ts';
import type { Patch } from '../../lib/kustomize/patch.ts';
import { built, byIdentity, jsonText } from './kustomization.ts';
import type { Patched } from './kustomization.ts';
import type { Kustomize } from './kustomize.ts';
import { isCarried } from './patch-property.ts';
import { directed, directives } from './random-directives.ts';
import { edited, edits } from './random-json.ts';
import { operations } from './random-operations.ts';
import { FREE, named, pairs } from './random-manifests.ts';
import type { Pair } from './random-manifests.ts';

/** A patch that nobody derived, and the pair that it was made from. */
interface Foreign {
  readonly pair: Pair;
  readonly patch: Patch;
}

/** Patches in one build. */
const BATCH = 100;

/** How the base is written, and what the model is told of it. */
const styles = fc.constantFrom<{ text?: (value: Json) => string; isQuoted: NonNullable<MergeOptions['isQuoted']> }>(
  { text: jsonText, isQuoted: () => true },
  { isQuoted: text => styleOf(text) !== 'plain' },
);

/** Another object of the kind as a patch, with changes and directives anywhere. */
export const strategicPatches: fc.Arbitrary<Foreign> = fc
  .tuple(pairs.filter(isCarried), fc.array(edits, { maxLength: 2 }), fc.array(directives, { maxLength: 3 }))
  .map(([pair, changes, added]) => {
    const { apiVersion, kind, metadata, ...rest } = pair.target;
    const { name, annotations: _, ...meta } = metadata;
    let patch: Json = { meta, ...rest };
    for (const change of changes) patch = edited(patch, change, { isTame: true });
    for (const directive of added) patch = directed(patch, directive);
    const { meta: patchedMeta, ...body } = isMap(patch) ? patch : { meta };
    const fields = { ...(isMap(patchedMeta) && patchedMeta), name };
    return { pair, patch: { form: 'strategic', body: { apiVersion, kind, ...body, metadata: fields } } as Patch };
  });

/** Operations at any place of the base, or near one. */
export const jsonPatches: fc.Arbitrary<Foreign> = pairs
  .filter(pair => FREE.includes(pair.base.kind) && isCarried(pair))
  .chain(pair => {
    return operations(pair.base, pair.target).map(list => ({
      pair,
      patch: { form: 'json6902', operations: list } as Patch,
    }));
  });

/**
 * Holds that the model says what Kustomize makes of patches that people write, in whichever style the base is written,
 * or that it does not know; and that it knows of one in three at least.
 *
 * @param count patches to judge; whole batches are made
 * @throws Error with the first patch that comes out otherwise, and with the seed that brings it back
 */
export function assertPeoplesPatchesAreFollowed(
  kustomize: Kustomize,
  patches: fc.Arbitrary<Foreign>,
  count: number,
): void {
  let judged = 0;
  const batches = fc.array(patches, { minLength: BATCH, maxLength: BATCH });
  fc.assert(
    fc.property(batches, styles, (batch, { text, isQuoted }) => {
      const objects = batch.flatMap(({ pair, patch }, index) => modelled(named(pair, `o${index}`), patch, isQuoted));
      const results = byIdentity(built(kustomize, objects, { text }));
      for (const { expected, ...object } of objects) {
        const result = results.get(identityOf(object.base));
        const path = firstDifference(result, expected);
        if (path === undefined) continue;
        throw new Error(`'${path}' differs: ${JSON.stringify({ ...object, expected, result })}`);
      }
      judged += objects.length;
    }),
    { numRuns: Math.ceil(count / BATCH), endOnFailure: true },
  );
  if (judged < count / 3)
    throw new Error(`the model knows ${judged} of ${count} patches, it must know a third of them`);
}

/** What the model makes of a patch; nothing where it does not know. */
function modelled(
  { base }: Pair,
  patch: Patch,
  isQuoted: MergeOptions['isQuoted'],
): (Patched & { expected: Manifest | undefined })[] {
  // Kustomize itself looks into subjects, and fails where one is odd.
  if (base.kind === 'RoleBinding') return [];
  const own = patch.form === 'json6902' ? patch : { ...patch, body: renamed(patch.body as Manifest, base) };
  try {
    return [{ base, patch: own, expected: patchedObject(base, own, { isByPeople: true, isQuoted }) }];
  } catch (error) {
    // A slip of the model itself is no refusal.
    if (error instanceof TypeError) throw error;
    return [];
  }
}

function renamed(body: Manifest, { metadata: { name } }: Manifest): Manifest {
  return { ...body, metadata: { ...body.metadata, name } };
}
