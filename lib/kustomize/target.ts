import { effectiveNamespace, kustomizeId, versionOf } from './selection.ts';
import type { Target } from './selection.ts';
import { groupOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';

/**
 * What a kustomization names as the target of a JSON patch of this object. Kustomize takes each field for a regular
 * expression, and an absent group for any group; so a `.` is escaped, and the core group is the empty text.
 *
 * A namespace is named only where another object has the same name, since for the kinds that Kustomize knows to be
 * cluster-scoped no namespace matches but one of its own, whatever the object says.
 *
 * @param others all objects that the kustomization holds, this one may be among them
 */
export function targetOf(manifest: Manifest, others: readonly Manifest[] = []): Target {
  const target = {
    group: literal(groupOf(manifest)) || '^$',
    version: literal(versionOf(manifest)),
    kind: literal(manifest.kind),
    name: literal(manifest.metadata.name),
  };
  if (!others.some(other => isNamesake(other, manifest))) return target;
  return { ...target, namespace: literal(effectiveNamespace(manifest)) };
}

function isNamesake(other: Manifest, manifest: Manifest): boolean {
  const isSameKind = other.apiVersion === manifest.apiVersion && other.kind === manifest.kind;
  return isSameKind && other.metadata.name === manifest.metadata.name && kustomizeId(other) !== kustomizeId(manifest);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
