import type { Kinds } from '../kinds/kinds.ts';
import type { Platform } from '../model/platform.ts';
import { clusterNameOf } from '../model/placement.ts';
import type { Environment } from '../model/environment.ts';
import type { BuiltTree, Residue } from './built-tree.ts';
import { objectFiles } from './component-files.ts';
import { deliveriesOf } from './deliveries.ts';
import type { Deliveries } from './deliveries.ts';
import { objectsFolderOf } from './imported.ts';
import type { Imported } from './imported.ts';
import type { Kustomize } from './kustomize-program.ts';
import { onePerCluster } from './one-per-cluster.ts';
import { partsOf } from './parts.ts';
import type { Parts } from './parts.ts';
import { proofOf } from './proof.ts';
import type { EnvironmentProof } from './proof.ts';
import { scopesOf } from './scopes.ts';
import { inNamespaceOfImport } from './unplaced.ts';

/** A tree as components, and how each environment of it compares. */
export interface Proof extends Parts {
  readonly platform: Platform;
  readonly deliveries: Deliveries;
  readonly environments: readonly EnvironmentProof[];
}

/** Where an import will be: environments with their placement, and the platform that some components make with others. */
export interface Ground {
  readonly environments: readonly Environment[];

  /** What is known of kinds. */
  readonly kinds: Kinds;

  /**
   * The platform with the components of the import.
   *
   * @param read reads their YAML
   * @throws InputError with its mistakes
   */
  platformWith(
    components: readonly Imported[],
    read: (folder: string) => ReadonlyMap<string, string> | undefined,
  ): Platform;
}

/**
 * Makes components of a tree, delivers them, and compares.
 *
 * @throws InputError with the mistakes of the platform; Error with what Kustomize says where it fails
 */
export function proved(name: string, trees: readonly BuiltTree[], ground: Ground, kustomize: Kustomize): Proof {
  const residue: Residue[] = [];
  const isOfCluster = scopesOf(
    trees.flatMap(({ manifests }) => manifests),
    ground.kinds,
  );
  const built = trees.map(tree => inNamespaceOfImport(name, tree, isOfCluster));
  const placed = new Map(ground.environments.map(each => [each.name, clusterNameOf(name, each, {})]));
  const settled = onePerCluster(built, isOfCluster, environment => placed.get(environment), residue);
  const parts = partsOf(name, settled, isOfCluster);
  const all: Parts = { ...parts, residue: [...residue, ...parts.residue] };
  const folders = new Map(parts.components.map(each => [objectsFolderOf(each.name), objectFiles(each)]));
  const platform = ground.platformWith(parts.components, folder => folders.get(folder));
  const deliveries = deliveriesOf(platform, parts.components, kustomize);
  const environments = all.trees.map(tree => proofOf(tree, all, deliveries.byEnvironment.get(tree.environment) ?? []));
  return { ...all, platform, deliveries, environments };
}
