import type { Kinds } from '../kinds/kinds.ts';
import { isClusterScoped as isBundledClusterScoped } from '../kustomize/selection.ts';
import { groupOf, namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { textAt } from '../yaml/json-path.ts';

/** Whether an object of a tree belongs to its cluster as a whole. */
export type IsOfCluster = (manifest: Manifest) => boolean;

/**
 * What a tree says of scopes, beside what is known: by the definitions that it holds. Of kinds that nobody defines, those
 * without a namespace whose name says so are taken for the cluster's.
 */
export function scopesOf(manifests: readonly Manifest[], kinds: Kinds): IsOfCluster {
  const defined = new Map(
    manifests
      .filter(({ kind }) => kind === 'CustomResourceDefinition')
      .map(({ spec }) => [
        `${textAt(spec, 'group') ?? ''}/${textAt(spec, 'names', 'kind') ?? ''}`,
        textAt(spec, 'scope') === 'Cluster',
      ]),
  );
  return manifest => {
    const known = kinds.kindOf(manifest)?.scope ?? defined.get(`${groupOf(manifest)}/${manifest.kind}`);
    if (known !== undefined) return known === 'cluster' || known === true;
    if (isBundledClusterScoped(manifest)) return true;
    return namespaceOf(manifest) === undefined && /^Cluster[A-Z]/.test(manifest.kind);
  };
}
