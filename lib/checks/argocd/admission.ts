import { groupOf, namespaceOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import { oncePerObject } from '../../model/once-per-object.ts';
import type { Json } from '../../yaml/json.ts';
import { at, listAt, textAt } from '../../yaml/json-path.ts';
import type { Kinds } from '../../kinds/kinds.ts';

// What an AppProject admits, as Argo CD decides it. Lists of what is allowed match by `*`; a `!` in front denies.

/** Whether a project lets its Applications read a repository. */
export function admitsRepository(project: Manifest, repository: string): boolean {
  return matchesList(listAt(project, 'spec', 'sourceRepos').map(String), repository);
}

/** Whether a project lets its Applications deliver to a namespace of a cluster, known by its name in Argo CD. */
export function admitsDestination(project: Manifest, cluster: string, namespace: string): boolean {
  const { plain, others } = destinationsOf(project);
  const denied = others.some(({ name, namespace: of }) => name === `!${cluster}` || of === `!${namespace}`);
  if (denied) return false;
  if (plain.has(`${cluster} ${namespace}`)) return true;
  return others.some(({ name, namespace: of }) => matches(name, cluster) && matches(of, namespace));
}

interface Destinations {
  /** `<cluster> <namespace>` of those that name both; a project of a thousand components has as many. */
  readonly plain: ReadonlySet<string>;
  readonly others: readonly Destination[];
}

interface Destination {
  readonly name: string | undefined;
  readonly namespace: string | undefined;
}

const destinationsOf = oncePerObject((project: Manifest): Destinations => {
  const all = listAt(project, 'spec', 'destinations').map((entry): Destination => ({
    name: textAt(entry, 'name'),
    namespace: textAt(entry, 'namespace'),
  }));
  const isPlain = ({ name = '*', namespace = '*' }: Destination): boolean => !/[*!]/.test(name + namespace);
  return {
    plain: new Set(all.filter(isPlain).map(({ name, namespace }) => `${name} ${namespace}`)),
    others: all.filter(entry => !isPlain(entry)),
  };
});

/** Whether a project lets its Applications deliver an object of a kind, and of a name where it says so. */
export function admitsObject(project: Manifest, manifest: Manifest, clusterScoped: boolean): boolean {
  if (clusterScoped) {
    return (
      isListed(manifest, listAt(project, 'spec', 'clusterResourceWhitelist'))
      && !isListed(manifest, listAt(project, 'spec', 'clusterResourceBlacklist'))
    );
  }
  const allowed = at(project, 'spec', 'namespaceResourceWhitelist');
  return (
    (allowed === undefined || isListed(manifest, listAt(allowed)))
    && !isListed(manifest, listAt(project, 'spec', 'namespaceResourceBlacklist'))
  );
}

/** Everywhere that a unit's objects go: the namespaces they state, and the Application's own for the rest. */
export function namespacesOf(manifests: readonly Manifest[], fallback: string, kinds: Kinds): Set<string> {
  const namespaced = manifests.filter(manifest => !kinds.isClusterScoped(manifest));
  return new Set([fallback, ...namespaced.map(manifest => namespaceOf(manifest) ?? fallback)]);
}

function isListed(manifest: Manifest, entries: readonly Json[]): boolean {
  const { plain, others } = listedIn(entries);
  const kind = `${groupOf(manifest)} ${manifest.kind}`;
  if (plain.has(kind) || plain.has(`${kind} ${manifest.metadata.name}`)) return true;
  return others.some(
    entry =>
      matches(textAt(entry, 'group'), groupOf(manifest))
      && matches(textAt(entry, 'kind'), manifest.kind)
      && (at(entry, 'name') === undefined || matches(textAt(entry, 'name'), manifest.metadata.name)),
  );
}

interface Listed {
  /** `<group> <kind>`, or `<group> <kind> <name>`, of those without patterns: there is one for each namespace. */
  readonly plain: ReadonlySet<string>;
  readonly others: readonly Json[];
}

const listedIn = oncePerObject((entries: readonly Json[]): Listed => {
  const textsOf = (entry: Json): (string | undefined)[] => [
    ...['group', 'kind'].map(key => textAt(entry, key)),
    ...(at(entry, 'name') === undefined ? [] : [textAt(entry, 'name')]),
  ];
  const isPlain = (entry: Json): boolean => textsOf(entry).every(text => text !== undefined && !text.includes('*'));
  return {
    plain: new Set(entries.filter(isPlain).map(entry => textsOf(entry).join(' '))),
    others: entries.filter(entry => !isPlain(entry)),
  };
});

function matchesList(patterns: readonly string[], value: string): boolean {
  const denied = patterns.some(pattern => pattern.startsWith('!') && matches(pattern.slice(1), value));
  return !denied && patterns.some(pattern => !pattern.startsWith('!') && matches(pattern, value));
}

function matches(pattern: string | undefined, value: string): boolean {
  if (pattern === undefined) return false;
  if (!pattern.includes('*')) return pattern === value;
  const literals = pattern.split('*').map(part => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('.*')}$`).test(value);
}
