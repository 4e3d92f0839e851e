import type { Manifest } from '../model/manifest.ts';
import type { SplitTree } from './split.ts';

/** One namespace in every environment that has it, which becomes a component. */
export interface NamespacePart {
  /** Its name without that of an environment; empty for objects that say no namespace. */
  readonly key: string;

  /** What it is called in each environment; empty where the objects say none. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Which namespaces of several environments are the same one: those of one name, be it that of the environment left out
 * (`shop-dev` and `shop`), and then those that hold the same objects.
 */
export function namespaceParts(trees: readonly SplitTree[]): NamespacePart[] {
  const parts: { key: string; names: Map<string, string>; objects: Set<string> }[] = [];
  for (const tree of trees) {
    const open = new Set([...tree.byNamespace.keys(), ...tree.secrets.keys()]);
    const take = (name: string, part: (typeof parts)[number]): void => {
      open.delete(name);
      part.names.set(tree.environment, name);
      for (const object of objectsOf(tree, name)) part.objects.add(object);
    };
    const free = (): typeof parts => parts.filter(({ names }) => !names.has(tree.environment));
    for (const name of [...open].sort()) {
      const part = free().find(each => each.key === keyOf(name, tree.environment));
      if (part) take(name, part);
    }
    for (const name of [...open].sort()) {
      const own = objectsOf(tree, name);
      const [best] = free()
        .map(part => ({ part, shared: own.filter(object => part.objects.has(object)).length }))
        .filter(({ shared }) => shared * 2 >= own.length)
        .sort((a, b) => b.shared - a.shared);
      if (best) take(name, best.part);
    }
    for (const name of open) {
      const part = { key: keyOf(name, tree.environment), names: new Map<string, string>(), objects: new Set<string>() };
      parts.push(part);
      take(name, part);
    }
  }
  return parts.sort((a, b) => b.names.size - a.names.size || b.objects.size - a.objects.size);
}

function objectsOf(tree: SplitTree, namespace: string): string[] {
  const titles = (manifests: readonly Manifest[] = []): string[] =>
    manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  return [...titles(tree.byNamespace.get(namespace)), ...titles(tree.secrets.get(namespace))];
}

function keyOf(namespace: string, environment: string): string {
  if (namespace.endsWith(`-${environment}`)) return namespace.slice(0, -environment.length - 1);
  return namespace.startsWith(`${environment}-`) ? namespace.slice(environment.length + 1) : namespace;
}
