import { bundledKinds } from './bundled-kinds.ts';
import { groupOf, namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';

/**
 * The `target` of a patch in a kustomization. Each field is a regular expression that must match as a whole, and an
 * absent or empty one matches all.
 */
export interface Target {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/**
 * Whether Kustomize patches an object under a target.
 *
 * @throws Error for a field of a target that is not modelled, and for an expression that Go may read otherwise.
 */
export function isSelected(manifest: Manifest, target: Target): boolean {
  const { group, version, kind, name, namespace, ...others } = target;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Error(`a target by '${other}' is not modelled, it must go by kind and name`);
  return (
    isMatch(groupOf(manifest), group)
    && isMatch(versionOf(manifest), version)
    && isMatch(manifest.kind, kind)
    && isMatch(manifest.metadata.name, name)
    && isMatch(effectiveNamespace(manifest), namespace)
  );
}

/** What makes an object the same to Kustomize, which lets no set hold two such objects. */
export function kustomizeId(manifest: Manifest): string {
  return `${manifest.apiVersion} ${manifest.kind} ${effectiveNamespace(manifest)} ${manifest.metadata.name}`;
}

/**
 * The namespace that Kustomize goes by: one of its own for the kinds that it knows to be cluster-scoped, whatever they
 * say, and `default` for all others that say none.
 */
export function effectiveNamespace(manifest: Manifest): string {
  if (isClusterScoped(manifest)) return '_non_namespaceable_';
  return namespaceOf(manifest) || 'default';
}

/** Whether Kustomize knows that objects of the kind live in no namespace. */
export function isClusterScoped({ apiVersion, kind }: Manifest): boolean {
  return bundledKinds.get(apiVersion)?.get(kind) === 'cluster';
}

/** The version of an API version: `v1` of `apps/v1`. */
export function versionOf({ apiVersion }: Manifest): string {
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}

/** Of the syntax of Go, what JavaScript reads in the same way. */
const commonSyntax = /^(?:[\w.*+?|)^$ ,/:-]|\((?:\?:|(?!\?))|\\[^\w\s]|\[\^?(?:[\w./:-]|\\[^\w\s])+\])*$/;

function isMatch(text: string, expression = ''): boolean {
  if (expression === '') return true;
  if (!commonSyntax.test(expression)) {
    throw new Error(`the expression '${expression}' of a target is not modelled, it must be a plain one`);
  }
  return new RegExp(`^(?:${expression})$`).test(text);
}
