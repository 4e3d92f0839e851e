import { isClusterScoped, versionOf } from './selection.ts';
import { groupOf, namespaceOf } from '../model/manifest.ts';
import { isMap } from '../yaml/json.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Json, JsonMap } from '../yaml/json.ts';

/**
 * What Kustomize makes of a set of objects under `namespace:`. It sets the namespace of each object, but for the kinds
 * that it knows to be cluster-scoped, renames each Namespace, and moves some references along. The set is looked at as
 * a whole, because most references move only if the set holds what they name. The arguments are not changed.
 */
export function inNamespace(manifests: readonly Manifest[], namespace: string): Manifest[] {
  const set = new OriginalSet(manifests);
  return manifests.map(manifest => {
    const references = nameReferences.filter(reference => hasReference(manifest, reference));
    return references.reduce<Json>(
      (value, reference) => moved(value, reference, set, namespace),
      placed(manifest, namespace),
    ) as Manifest;
  });
}

/** Where a kind names other objects by name and namespace, and which of these references take the new namespace. */
interface Reference {
  /** @default - every group */
  readonly group?: string;
  readonly kinds: readonly string[];
  readonly path: readonly string[];
  readonly moves: (reference: JsonMap, set: OriginalSet) => boolean;

  /** Whether the reference is made where there is none. */
  readonly isCreated?: boolean;
}

const nameReferences: readonly Reference[] = [
  // Whatever a subject is, the name `default` is taken for the service account that every namespace has.
  { kinds: ['ClusterRoleBinding', 'RoleBinding'], path: ['subjects'], moves: ({ name }) => name === 'default' },
  {
    group: 'rbac.authorization.k8s.io',
    kinds: ['ClusterRoleBinding', 'RoleBinding'],
    path: ['subjects'],
    moves: (subject, set) => set.holds('ServiceAccount', subject),
  },
  {
    group: 'admissionregistration.k8s.io',
    kinds: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
    path: ['webhooks', 'clientConfig', 'service'],
    moves: (service, set) => set.holds('Service', service),
  },
  { kinds: ['Node'], path: ['spec', 'configSource', 'configMap'], moves: (map, set) => set.holds('ConfigMap', map) },
  {
    group: 'apiregistration.k8s.io',
    kinds: ['APIService'],
    path: ['spec', 'service'],
    moves: () => true,
    isCreated: true,
  },
  {
    group: 'apiextensions.k8s.io',
    kinds: ['CustomResourceDefinition'],
    path: ['spec', 'conversion', 'webhook', 'clientConfig', 'service'],
    moves: ({ namespace }) => namespace !== undefined,
  },
];

/** What a reference could mean, by the namespaces that the objects were in. */
class OriginalSet {
  private readonly everywhere = new Set<string>();
  private readonly byNamespace = new Map<string, Set<string>>();

  constructor(manifests: readonly Manifest[]) {
    for (const manifest of manifests) if (!isClusterScoped(manifest)) this.add(manifest);
  }

  /** The kind that a reference states is not looked at: a `User` counts as a service account of its name. */
  holds(kind: string, { name, namespace }: JsonMap): boolean {
    const candidates = namespace === undefined ? this.everywhere : this.byNamespace.get(String(namespace));
    return candidates?.has(`${kind}/${String(name)}`) ?? false;
  }

  private add(manifest: Manifest): void {
    // An object without a namespace counts as one of `default`.
    const namespace = namespaceOf(manifest) || 'default';
    const names = this.byNamespace.get(namespace) ?? new Set();
    this.byNamespace.set(namespace, names);
    if (versionOf(manifest) !== 'v1') return;
    const name = `${manifest.kind}/${manifest.metadata.name}`;
    names.add(name);
    this.everywhere.add(name);
  }
}

function hasReference(manifest: Manifest, { group, kinds }: Reference): boolean {
  return kinds.includes(manifest.kind) && (group === undefined || group === groupOf(manifest));
}

function placed(manifest: Manifest, namespace: string): Manifest {
  const { apiVersion, kind, metadata } = manifest;
  if (!isClusterScoped(manifest)) return { ...manifest, metadata: { ...metadata, namespace } };
  if (apiVersion !== 'v1' || kind !== 'Namespace') return manifest;
  return { ...manifest, metadata: { ...metadata, name: namespace } };
}

function moved(value: Json, reference: Reference, set: OriginalSet, namespace: string): Json {
  const { path, moves, isCreated } = reference;
  return changedAt(value, path, map => (moves(map, set) ? { ...map, namespace } : map), isCreated ? {} : undefined);
}

/** Changes the map at a path, in each item where the path crosses a list; `absent` stands for what is missing. */
function changedAt(value: Json, path: readonly string[], change: (map: JsonMap) => JsonMap, absent?: JsonMap): Json {
  if (Array.isArray(value)) return value.map((item: Json) => changedAt(item, path, change, absent));
  if (!isMap(value)) return value;
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  const field = Object.hasOwn(value, key) ? value[key] : absent;
  return field === undefined ? value : { ...value, [key]: changedAt(field, rest, change, absent) };
}
