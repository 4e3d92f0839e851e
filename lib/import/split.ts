import { namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { append } from '../model/grouped.ts';
import { isReservedNamespace } from '../model/namespace.ts';
import type { BuiltTree } from './built-tree.ts';
import type { IsOfCluster } from './scopes.ts';
import { holdsContent } from './secrets.ts';

/** The objects of one environment, by whom they will belong to. */
export interface SplitTree extends BuiltTree {
  /** By namespace; those that say none are under the empty text. */
  readonly byNamespace: ReadonlyMap<string, readonly Manifest[]>;

  /** What its cluster has once, without any namespace: an API server drops it there. */
  readonly ofCluster: readonly Manifest[];

  /** Namespaces that other objects lie in: the ground that the platform lays. */
  readonly namespaces: readonly Manifest[];

  /** Secrets with content, by namespace. */
  readonly secrets: ReadonlyMap<string, readonly Manifest[]>;
}

/** Parts the objects of an environment: each namespace will be a component, and cluster-scoped objects their cluster's. */
export function splitTree(tree: BuiltTree, isOfCluster: IsOfCluster): SplitTree {
  const byNamespace = new Map<string, Manifest[]>();
  const secrets = new Map<string, Manifest[]>();
  const ofCluster: Manifest[] = [];
  for (const manifest of tree.manifests) {
    if (isOfCluster(manifest)) ofCluster.push(withoutNamespace(manifest));
    else if (isReservedNamespace(namespaceOf(manifest) ?? '')) ofCluster.push(manifest);
    else append(holdsContent(manifest) ? secrets : byNamespace, namespaceOf(manifest) ?? '', manifest);
  }
  const isGround = ({ apiVersion, kind, metadata }: Manifest): boolean =>
    apiVersion === 'v1' && kind === 'Namespace' && (byNamespace.has(metadata.name) || secrets.has(metadata.name));
  return {
    ...tree,
    byNamespace,
    secrets,
    ofCluster: ofCluster.filter(manifest => !isGround(manifest)),
    namespaces: ofCluster.filter(isGround),
  };
}

/** An object without its namespace, which an overlay sets. */
export function withoutNamespace(manifest: Manifest): Manifest {
  const { namespace: _, ...metadata } = manifest.metadata;
  return { ...manifest, metadata };
}

/** An object in a namespace. */
export function placedIn(namespace: string, manifest: Manifest): Manifest {
  return { ...manifest, metadata: { ...manifest.metadata, namespace } };
}
