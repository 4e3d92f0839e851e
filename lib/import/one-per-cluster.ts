import { isEqual } from '../kustomize/equal.ts';
import { identityOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import type { BuiltTree, Residue } from './built-tree.ts';
import type { IsOfCluster } from './scopes.ts';
import { withoutNamespace } from './split.ts';

/**
 * Trees in which what a cluster has once is one object: that of the last environment on the cluster, which stands for
 * those before it. What they wanted otherwise is told.
 *
 * @param clusterOf cluster of each environment
 */
export function onePerCluster(
  trees: readonly BuiltTree[],
  isOfCluster: IsOfCluster,
  clusterOf: (environment: string) => string | undefined,
  residue: Residue[],
): BuiltTree[] {
  const last = new Map<string, { readonly manifest: Manifest; readonly environment: string }>();
  const keyOf = (environment: string, manifest: Manifest): string =>
    `${clusterOf(environment) ?? environment} ${identityOf(withoutNamespace(manifest))}`;
  for (const { environment, manifests } of trees) {
    for (const manifest of manifests.filter(isOfCluster)) {
      last.set(keyOf(environment, manifest), { manifest, environment });
    }
  }
  return trees.map(tree => ({
    ...tree,
    manifests: tree.manifests.map(manifest => {
      const kept = isOfCluster(manifest) ? last.get(keyOf(tree.environment, manifest)) : undefined;
      if (!kept || isEqual(kept.manifest, manifest)) return manifest;
      residue.push({
        environment: tree.environment,
        object: titleOf(manifest),
        reason: `differs from that of '${kept.environment}', which is on the same cluster: a cluster has it once`,
      });
      return kept.manifest;
    }),
  }));
}
