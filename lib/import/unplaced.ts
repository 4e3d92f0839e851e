import { inNamespace } from '../kustomize/namespaced.ts';
import { namespaceOf } from '../model/manifest.ts';
import { namespaceIn } from '../model/namespace.ts';
import type { BuiltTree } from './built-tree.ts';
import type { IsOfCluster } from './scopes.ts';
import { withoutNamespace } from './split.ts';

/**
 * A tree of which no object says a namespace goes where its component is, as Kustomize places it: with references to
 * accounts moved along. Any other tree is as it was.
 */
export function inNamespaceOfImport(name: string, tree: BuiltTree, isOfCluster: IsOfCluster): BuiltTree {
  const own = tree.manifests.filter(manifest => !isOfCluster(manifest));
  if (own.length === 0 || own.some(manifest => namespaceOf(manifest) !== undefined)) return tree;
  const placed = inNamespace(tree.manifests, namespaceIn(tree.environment, name));
  const manifests = tree.manifests.map((manifest, index) => {
    if (!isOfCluster(manifest)) return placed[index]!;
    return manifest.kind === 'Namespace' ? manifest : withoutNamespace(placed[index]!);
  });
  return { ...tree, manifests };
}
