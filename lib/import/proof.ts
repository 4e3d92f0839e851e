import { withoutClientTraces } from '../kustomize/client-traces.ts';
import { isEqual } from '../kustomize/equal.ts';
import { identityOf, namespaceOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { namespaceIn } from '../model/namespace.ts';
import { syncOptions } from '../model/sync.ts';
import { textsAt } from '../yaml/json-path.ts';
import type { BuiltTree, Residue } from './built-tree.ts';
import { differences } from './differences.ts';
import { componentOf } from './imported.ts';
import type { Imported } from './imported.ts';
import type { Parts } from './parts.ts';
import { placedIn } from './split.ts';
import type { SplitTree } from './split.ts';

/** How an environment of a tree compares with what is imported of it. */
export interface EnvironmentProof extends Pick<BuiltTree, 'environment' | 'source'> {
  /** Objects of the tree, but for its Secrets. */
  readonly objects: number;

  /** Those of them that are built exactly as the tree has them. */
  readonly equal: number;
  readonly residue: readonly Residue[];

  /** Secrets of the tree, which are fetched in place of it. */
  readonly secrets: readonly Manifest[];

  /** What the platform adds of its own, by kind. */
  readonly added: ReadonlyMap<string, number>;
}

/** Compares an environment of a tree with the union of all that the platform delivers of it. */
export function proofOf(tree: SplitTree, { components, residue }: Parts, built: readonly Manifest[]): EnvironmentProof {
  const { environment, source } = tree;
  const originals = new Map(tree.manifests.map(manifest => [identityOf(manifest), manifest]));
  const delivered = new Map(
    built.map(manifest => {
      const bare = withoutGuard(withoutClientTraces(manifest), originals.get(identityOf(manifest)));
      return [identityOf(manifest), bare];
    }),
  );
  const told = residue.filter(each => each.environment === environment);
  const wanted = wantedOf(tree, components);
  const found = wanted.map(manifest => residueOf(manifest, delivered.get(identityOf(manifest))));
  const grounds = tree.namespaces.map(manifest => groundResidue(manifest, delivered.get(identityOf(manifest))));
  const all = [...found, ...grounds];
  const expected = new Set([...wanted, ...tree.namespaces].map(identityOf));
  const secrets = [...tree.secrets.values()].flat();
  return {
    environment,
    source,
    objects: all.length + told.filter(({ isLeftOut }) => isLeftOut).length,
    equal: all.filter(reasons => reasons.length === 0).length - told.filter(({ isLeftOut }) => !isLeftOut).length,
    residue: [...told, ...all.flat().map(each => ({ ...each, environment }))],
    secrets,
    added: countByKind([...delivered.values()].filter(manifest => !expected.has(identityOf(manifest)))),
  };
}

/** What must be there: each object where it belongs. One that says no namespace goes where its component is. */
function wantedOf(tree: SplitTree, components: readonly Imported[]): Manifest[] {
  const { environment } = tree;
  const unplaced = components.find(({ namespaces }) => namespaces.get(environment) === '');
  const namespaceOfUnplaced = unplaced ? namespaceIn(environment, unplaced.name, componentOf(unplaced)) : '';
  const placed = [...tree.byNamespace].flatMap(([namespace, manifests]) =>
    manifests.map(manifest => (namespace === '' ? placedIn(namespaceOfUnplaced, manifest) : manifest)),
  );
  return [...placed, ...tree.ofCluster];
}

type Problem = Omit<Residue, 'environment'>;

function residueOf(wanted: Manifest, built: Manifest | undefined): Problem[] {
  const object = inWords(wanted);
  if (!built) return [{ object, reason: 'is missing' }];
  if (isEqual(wanted, built)) return [];
  return differences(wanted, built).map(({ path, before, after }) => ({
    object,
    reason: `'${path}' is ${before} in the tree, and ${after} in what is built${meaning(path, before)}`,
  }));
}

/** Kustomize says the namespace of a subject that it knows, which is that of the binding where none is said. */
function meaning(path: string, before: string): string {
  return /^\/subjects\/\d+\/namespace$/.test(path) && before === 'not there' ? ', which means the same' : '';
}

/** A Namespace is the platform's: it must have what the tree says, and may have more. */
function groundResidue(wanted: Manifest, built: Manifest | undefined): Problem[] {
  const object = inWords(wanted);
  if (!built) return [{ object, reason: 'is missing' }];
  return ['labels', 'annotations'].flatMap(field => {
    const actual = textsAt(built, 'metadata', field);
    return Object.entries(textsAt(wanted, 'metadata', field))
      .filter(([key, value]) => key !== 'kubernetes.io/metadata.name' && !isKept(key, value, actual[key] ?? ''))
      .map(([key, value]) => ({
        object,
        reason: `the platform's Namespace has '${actual[key] ?? ''}' for '${key}' of its ${field}, not '${value}'`,
      }));
  });
}

/** Options of Argo CD stand beside those of the platform. */
function isKept(key: string, value: string, actual: string): boolean {
  if (key !== syncOptions) return value === actual;
  return value.split(',').every(option => actual.split(',').includes(option));
}

function inWords(manifest: Manifest): string {
  const namespace = namespaceOf(manifest);
  return namespace === undefined ? titleOf(manifest) : `${titleOf(manifest)} of ${namespace}`;
}

function countByKind(manifests: readonly Manifest[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind } of manifests) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return new Map([...counts].sort());
}

/** A definition is guarded by the platform, since all objects of its kind would go with it. */
function withoutGuard(built: Manifest, original: Manifest | undefined): Manifest {
  const { [syncOptions]: guard, ...annotations } = textsAt(built, 'metadata', 'annotations');
  if (built.kind !== 'CustomResourceDefinition' || guard !== 'Prune=false' || !original) return built;
  if (textsAt(original, 'metadata', 'annotations')[syncOptions] !== undefined) return built;
  const { annotations: _, ...metadata } = built.metadata;
  return { ...built, metadata: { ...metadata, ...(Object.keys(annotations).length > 0 && { annotations }) } };
}
