import fc from 'fast-check';
import { firstDifference } from '../../lib/kustomize/equal.ts';
import { prove } from '../../lib/kustomize/evaluate.ts';
import { identityOf } from '../../lib/model/manifest.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { inNamespace } from '../../lib/kustomize/namespaced.ts';
import { jsonPatch } from '../../lib/kustomize/json-patch.ts';
import { patchBetween } from '../../lib/kustomize/patch.ts';
import type { Patch } from '../../lib/kustomize/patch.ts';
import { refusalsOf } from '../../lib/kustomize/uncarried.ts';
import { built, byIdentity, jsonText } from './kustomization.ts';
import type { Patched } from './kustomization.ts';
import type { Kustomize } from './kustomize.ts';
import { named, pairs } from './random-manifests.ts';
import type { Pair } from './random-manifests.ts';

/** Objects in one build: a build has its cost, and one that is larger takes Kustomize more time for each object. */
export const BATCH = 100;

/** The patch from a base to a target. */
type Derive = (base: Manifest, target: Manifest) => Patch | undefined;

/** What is judged. */
interface Judged {
  /** @default - objects of any kind */
  readonly of?: fc.Arbitrary<Pair>;

  /** @default patchBetween */
  readonly derive?: Derive;
}

/** The JSON patch, also where a strategic one is exact. */
export function jsonPatchBetween(base: Manifest, target: Manifest): Patch | undefined {
  const operations = jsonPatch(base, target);
  return operations.length === 0 ? undefined : { form: 'json6902', operations };
}

/**
 * Holds that Kustomize builds each target from its base and its patch, for random pairs of objects, in whichever style
 * the base is written.
 *
 * @param count pairs to judge; whole batches are made
 * @throws Error with the first pair that comes out otherwise, and with the seed that brings it back
 */
export function assertPatchesAreExact(kustomize: Kustomize, count: number, options: Judged = {}): void {
  const { of = pairs, derive = patchBetween } = options;
  const batches = fc.array(of, { minLength: BATCH, maxLength: BATCH });
  const styles = fc.constantFrom<{ text?: (value: Json) => string }>({}, {}, { text: jsonText });
  fc.assert(
    fc.property(batches, styles, (batch, style) => {
      const judged = batch.map((pair, index) => named(pair, `o${index}`)).filter(isCarried);
      const objects = judged.map(pair => provedPatch(pair, derive));
      const results = byIdentity(built(kustomize, objects, { namespace: 'ns', ...style }));
      const targets = inNamespace(
        judged.map(({ target }) => target),
        'ns',
      );
      targets.forEach((target, index) => assertSame(results.get(identityOf(target)), target, objects[index]!));
      if (results.size !== targets.length) throw new Error(`${results.size} objects are built of ${targets.length}`);
    }),
    { numRuns: Math.ceil(count / BATCH), endOnFailure: true },
  );
}

/** Whether both objects are such as patches carry. */
export function isCarried({ base, target }: Pair): boolean {
  return [base, target].every(manifest => refusalsOf(manifest).length === 0);
}

function provedPatch({ base, target }: Pair, derive: Derive): Patched {
  const patch = derive(base, target);
  if (patch) prove(base, target, patch);
  return { base, patch };
}

function assertSame(result: JsonMap | undefined, target: Manifest, { base, patch }: Patched): void {
  const path = firstDifference(result, target);
  if (path === undefined) return;
  throw new Error(`'${path}' differs:\n${JSON.stringify({ base, patch, result, target }, null, 2)}`);
}
