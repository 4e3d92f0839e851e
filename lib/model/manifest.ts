import type { JsonMap } from '../yaml/json.ts';

/** One Kubernetes object as data. Never changed once rendered. */
export interface Manifest extends JsonMap {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
}

/** The part of an object's metadata that this program reads. */
export interface Metadata extends JsonMap {
  readonly name: string;
}

/** API group of a manifest; empty for the core group. */
export function groupOf({ apiVersion }: Manifest): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** Namespace of a manifest, or undefined where it has none. */
export function namespaceOf({ metadata }: Manifest): string | undefined {
  return metadata.namespace as string | undefined;
}

/** What makes an object the same object: group, kind, namespace and name. The version is no part of it. */
export function identityOf(manifest: Manifest): string {
  return `${groupOf(manifest)}/${manifest.kind}/${namespaceOf(manifest) ?? ''}/${manifest.metadata.name}`;
}

/** Those of some objects that came before in the same list. */
export function repeatedIn(manifests: readonly Manifest[]): Manifest[] {
  const seen = new Set<string>();
  return manifests.filter(manifest => seen.size === seen.add(identityOf(manifest)).size);
}

/** How messages name a manifest: `Deployment mlflow`. */
export function titleOf({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.name}`;
}
