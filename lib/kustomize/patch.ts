import { isEqual } from './equal.ts';
import { jsonPatch } from './json-patch.ts';
import type { Operation } from './json-patch.ts';
import { groupOf, namespaceOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import type { JsonMap } from '../yaml/json.ts';
import { refusalsOf } from './uncarried.ts';
import { strategicPatch } from './strategic-patch.ts';

export type { Operation } from './json-patch.ts';

/** What turns one object into another, in the form in which Kustomize does it exactly. */
export type Patch =
  | { readonly form: 'strategic'; readonly body: JsonMap }
  | { readonly form: 'json6902'; readonly operations: readonly Operation[] };

/** The `target` of a patch in a kustomization. Each field is a regular expression that only this object matches. */
export interface Target {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;

  /** @default - any, for the objects of a base have none */
  readonly namespace?: string;
}

/**
 * The smallest patch that makes Kustomize turn `base` into `target`: a strategic merge patch where that is exact, and
 * otherwise a JSON patch that replaces the outermost lists that differ. Equal input gives equal output; neither object
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

/**
 * What a kustomization names as the target of a JSON patch of this object. Kustomize takes each field for a regular
 * expression, and an absent group for any group; so a `.` is escaped, and the core group is the empty text.
 */
export function targetOf(manifest: Manifest): Target {
  const { apiVersion, kind, metadata } = manifest;
  const namespace = namespaceOf(manifest);
  return {
    group: literal(groupOf(manifest)) || '^$',
    version: literal(apiVersion.slice(apiVersion.indexOf('/') + 1)),
    kind: literal(kind),
    name: literal(metadata.name),
    ...(namespace !== undefined && { namespace: literal(namespace) }),
  };
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

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
