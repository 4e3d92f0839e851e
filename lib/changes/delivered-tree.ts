import { inNamespace } from '../kustomize/namespaced.ts';
import { patchedSet } from '../kustomize/patched-set.ts';
import type { JsonPatchOperation } from '../kustomize/json-patch-operation.ts';
import type { Patch } from '../kustomize/patch-form.ts';
import type { Target } from '../kustomize/selection.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { at, listAt, textAt } from '../yaml/json-path.ts';
import { manifestsOf } from '../yaml/yaml-reader.ts';

/** Texts by path below `dist/`. */
export type Tree = ReadonlyMap<string, string>;

/**
 * A `dist/` that was written once, read back. What somebody else wrote into it, or what a merge left half done, is
 * passed over: of what it meant nothing can be said.
 */
export class DeliveredTree {
  private readonly files: Tree;

  constructor(files: Tree) {
    this.files = files;
  }

  /** What Argo CD was told to deliver: the Applications below each root. */
  get applications(): Manifest[] {
    return this.objectsIn(/^argocd\/roots\/[^/]+\/application\.[^/]+\.yaml$/);
  }

  /** The projects, by name. */
  get projects(): Map<string, Manifest> {
    const all = this.objectsIn(/^argocd\/projects\/appproject\.[^/]+\.yaml$/);
    return new Map(all.map(project => [project.metadata.name, project]));
  }

  /** Whether another tree has the same files below some folders. */
  isSame(folders: readonly string[], other: Tree): boolean {
    const below = (files: Tree): [string, string][] =>
      [...files].filter(([path]) => folders.some(folder => path.startsWith(`${folder}/`)));
    const own = below(this.files);
    return own.length === below(other).length && own.every(([path, text]) => other.get(path) === text);
  }

  /** The objects of a folder as a cluster received them; none where they cannot be read. */
  objectsOf(folder: string): Manifest[] {
    try {
      return this.built(folder);
    } catch {
      return [];
    }
  }

  private built(folder: string): Manifest[] {
    const [kustomization] = this.documents(`${folder}/kustomization.yaml`);
    const resources = listAt(kustomization, 'resources').map(String);
    const objects = resources.flatMap(name => {
      const path = joined(folder, name);
      return this.files.has(path) ? (this.documents(path) as Manifest[]) : this.built(path);
    });
    const patched = listAt(kustomization, 'patches').reduce<Manifest[]>(
      (all, entry) => patchedSet(all, { patch: this.patchOf(folder, entry), target: targetOf(entry) }),
      objects,
    );
    const namespace = textAt(kustomization, 'namespace');
    return namespace === undefined ? patched : inNamespace(patched, namespace);
  }

  private patchOf(folder: string, entry: Json): Patch {
    const text = this.textOf(joined(folder, textAt(entry, 'path') ?? ''));
    if (targetOf(entry) === undefined) return { form: 'strategic', body: manifestsOf(text)[0]! };
    // The reader takes maps only, so the list becomes one.
    const [map] = manifestsOf(`operations:\n${text.replaceAll(/^#.*\n/gm, '')}`);
    return { form: 'json6902', operations: listAt(map, 'operations') as unknown as JsonPatchOperation[] };
  }

  private objectsIn(paths: RegExp): Manifest[] {
    return [...this.files.keys()].filter(path => paths.test(path)).flatMap(path => this.readable(path));
  }

  private readable(path: string): Manifest[] {
    try {
      return this.documents(path) as Manifest[];
    } catch {
      return [];
    }
  }

  private documents(path: string): JsonMap[] {
    return manifestsOf(this.textOf(path));
  }

  private textOf(path: string): string {
    const text = this.files.get(path);
    if (text === undefined) throw new Error(`${path}: is missing, it must be there`);
    return text;
  }
}

function targetOf(entry: Json): Target | undefined {
  return at(entry, 'target') as unknown as Target | undefined;
}

/** A path that a kustomization names, as seen from the top. */
function joined(folder: string, name: string): string {
  const parts = folder.split('/');
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
