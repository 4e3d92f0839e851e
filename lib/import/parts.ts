import { refusalsOf } from '../kustomize/uncarried.ts';
import { podLevelOf } from '../kinds/pods/pod-level.ts';
import { isEqual } from '../kustomize/equal.ts';
import { grouped } from '../model/grouped.ts';
import { namespaceOf, repeatedIn, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { isReservedNamespace } from '../model/namespace.ts';
import { isPodSecurityLevel } from '../model/pod-security.ts';
import { textsAt } from '../yaml/json-path.ts';
import type { BuiltTree, Residue } from './built-tree.ts';
import { componentNames, namespaceField } from './component-names.ts';
import type { Imported } from './imported.ts';
import { namespaceParts } from './namespaces.ts';
import type { NamespacePart } from './namespaces.ts';
import type { IsOfCluster } from './scopes.ts';
import { committedSecret, holdsContent } from './secrets.ts';
import { sharedBase } from './shared-base.ts';
import { splitTree, withoutNamespace } from './split.ts';
import type { SplitTree } from './split.ts';

/** What becomes of a tree, and of what nothing can. */
export interface Parts {
  readonly trees: readonly SplitTree[];
  readonly components: readonly Imported[];
  readonly residue: readonly Residue[];
}

/**
 * Parts a tree into components, one for each namespace. What a cluster has once, the first of them asks for.
 *
 * @param name of the first component, with which the names of all others begin
 */
export function partsOf(name: string, built: readonly BuiltTree[], isOfCluster: IsOfCluster): Parts {
  const residue: Residue[] = [];
  const trees = built.map(tree => splitTree({ ...tree, manifests: carried(tree, residue) }, isOfCluster));
  const found = namespaceParts(trees);
  const parts = found.length > 0 ? found : [{ key: '', names: new Map<string, string>() }];
  const names = componentNames(
    name,
    parts.map(({ key }) => key),
  );
  const components = parts.map((part, index) => importedOf(part, names[index]!, trees, index === 0));
  return { trees, components, residue };
}

/** The objects of a tree that files and patches carry, each once. */
function carried({ environment, manifests }: BuiltTree, residue: Residue[]): Manifest[] {
  const repeated = new Set(repeatedIn(manifests));
  return manifests.filter(manifest => {
    const [refusal] = refusalsOf(manifest);
    const reason = refusal ?? (repeated.has(manifest) ? twice : reservedSecret(manifest));
    if (reason !== undefined) residue.push({ environment, object: titleOf(manifest), reason, isLeftOut: true });
    return reason === undefined;
  });
}

const twice = 'is there twice, in two versions: one must go';

function reservedSecret(manifest: Manifest): string | undefined {
  const namespace = namespaceOf(manifest) ?? '';
  if (!holdsContent(manifest) || !isReservedNamespace(namespace)) return undefined;
  return `is a Secret of '${namespace}', which no component may have: it must be made by hand`;
}

function importedOf(part: NamespacePart, name: string, trees: readonly SplitTree[], isFirst: boolean): Imported {
  const here = trees.filter(tree => part.names.has(tree.environment) || (isFirst && tree.ofCluster.length > 0));
  const inNamespace = (tree: SplitTree, all: SplitTree['byNamespace']): readonly Manifest[] => {
    const namespace = part.names.get(tree.environment);
    return namespace === undefined ? [] : (all.get(namespace) ?? []);
  };
  const objectsOf = (tree: SplitTree): readonly Manifest[] => inNamespace(tree, tree.byNamespace).map(withoutNamespace);
  const namespaces = here.flatMap(tree =>
    tree.namespaces.filter(({ metadata }) => metadata.name === part.names.get(tree.environment)),
  );
  const secrets = here.flatMap(tree => inNamespace(tree, tree.secrets));
  const namespaceLabels = shared(namespaces, 'labels');
  const namespaceAnnotations = shared(namespaces, 'annotations');
  const level = stated(namespaces) ?? podLevelOf(here.flatMap(objectsOf));
  return {
    name,
    row: {
      ...namespaceField(name, part.names),
      ...(Object.keys(namespaceLabels).length > 0 && { namespaceLabels }),
      ...(Object.keys(namespaceAnnotations).length > 0 && { namespaceAnnotations }),
      ...(level !== 'restricted' && { podSecurity: level }),
      ...(secrets.length > 0 && { secrets: keysByName(secrets) }),
    },
    namespaces: new Map(here.map(({ environment }) => [environment, part.names.get(environment) ?? ''])),
    own: sharedBase(new Map(here.map(tree => [tree.environment, objectsOf(tree)]))),
    ofCluster: sharedBase(new Map(here.map(tree => [tree.environment, isFirst ? tree.ofCluster : []]))),
  };
}

const podSecurity = 'pod-security.kubernetes.io/';

/** What the Namespace objects of all environments have alike, but for what the platform sets itself. */
function shared(namespaces: readonly Manifest[], field: 'labels' | 'annotations'): Record<string, string> {
  const [first, ...others] = namespaces.map(namespace => textsAt(namespace, 'metadata', field));
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(
      ([key, value]) =>
        !key.startsWith(podSecurity)
        && key !== 'kubernetes.io/metadata.name'
        && value !== ''
        && others.every(labels => isEqual(labels[key], value)),
    ),
  );
}

/** The level that the Namespace objects of all environments state. */
function stated(namespaces: readonly Manifest[]): Imported['row']['podSecurity'] {
  const levels = new Set(namespaces.map(each => textsAt(each, 'metadata', 'labels')[`${podSecurity}enforce`] ?? ''));
  const [level = ''] = levels;
  return levels.size === 1 && isPodSecurityLevel(level) ? level : undefined;
}

function keysByName(secrets: readonly Manifest[]): Record<string, readonly string[]> {
  const byName = [...grouped(secrets.map(committedSecret), ({ name }) => name)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(byName.map(([name, all]) => [name, [...new Set(all.flatMap(({ keys }) => keys))].sort()]));
}
