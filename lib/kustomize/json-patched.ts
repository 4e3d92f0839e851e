import { isEqual } from './equal.ts';
import { JsonPlace } from './json-place.ts';
import type { JsonPatchOperation } from './json-patch-operation.ts';
import { jsonOf, mapNodeOf, nodeOf } from './merge-node.ts';
import type { MapNode, Node } from './merge-node.ts';
import { hasNull } from './mergeable.ts';
import type { Json, JsonMap } from '../yaml/json.ts';

/**
 * What Kustomize makes of an object and a JSON patch (RFC 6902).
 *
 * @param isByPeople whether the patch may rely on what Kustomize does beyond the standard: replace what is missing, and
 *   add the first annotation
 * @throws Error where Kustomize fails, and for what its versions do not agree on: the whole object, and places in a list
 *   from its end.
 */
export function jsonPatched(base: JsonMap, operations: readonly JsonPatchOperation[], isByPeople = false): JsonMap {
  const object = new PatchedObject(base, isByPeople);
  for (const operation of operations) object.perform(operation);
  return object.json();
}

/** An object that a JSON patch is applied to, one operation after the other. */
class PatchedObject {
  private readonly root: MapNode;
  private readonly isByPeople: boolean;

  constructor(base: JsonMap, isByPeople: boolean) {
    this.root = mapNodeOf(base);
    this.isByPeople = isByPeople;
    const metadata = this.root.get('metadata');
    // Kustomize notes the former names of an object in its annotations before it patches.
    if (isByPeople && metadata instanceof Map && !metadata.has('annotations')) metadata.set('annotations', new Map());
  }

  json(): JsonMap {
    const metadata = this.root.get('metadata');
    const notes = metadata instanceof Map ? metadata.get('annotations') : undefined;
    // Kustomize removes empty annotations when it takes its own away.
    if (notes instanceof Map && notes.size === 0) (metadata as MapNode).delete('annotations');
    return jsonOf(this.root) as JsonMap;
  }

  perform(operation: JsonPatchOperation): void {
    const { op, path } = operation;
    switch (op) {
      case 'add':
        return this.place(path).add(nodeOf(operation.value));
      case 'replace':
        return this.replace(this.place(path), nodeOf(operation.value));
      case 'remove':
        return this.place(path).remove();
      case 'test':
        return this.test(this.read(path), operation.value);
      case 'copy':
        return this.place(path).add(nodeOf(jsonOf(this.read(operation.from).present())));
      case 'move':
        return this.move(this.read(operation.from), path);
    }
    throw new Error(`'${String(op)}' is no operation of a JSON patch`);
  }

  private replace(place: JsonPlace, value: Node): void {
    if (!this.isByPeople) place.present();
    place.set(value);
  }

  private move(from: JsonPlace, path: string): void {
    const value = from.present();
    from.remove();
    this.place(path).add(value);
  }

  private test(place: JsonPlace, value: Json): void {
    assertComparable(value, place.path);
    const present = place.value();
    if (present !== undefined && isEqual(jsonOf(present), value)) return;
    throw new Error(`'${place.path}' is not what the patch tests for`);
  }

  private read(path: string): JsonPlace {
    if (path !== '/metadata' && path !== '/metadata/annotations') return this.place(path);
    throw new Error(`'${path}' is read while Kustomize keeps its books in it, the patch must read another place`);
  }

  private place(path: string): JsonPlace {
    const tokens = path.split('/').slice(1);
    if (tokens.length === 0 || !path.startsWith('/')) {
      throw new Error(`'${path}' is the whole object, an operation must name a field`);
    }
    const keys = tokens.map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'));
    let parent: Node = this.root;
    for (const key of keys.slice(0, -1)) {
      const next: Node | undefined = new JsonPlace(path, parent, key).value();
      if (typeof next !== 'object' || next === null) {
        throw new Error(`'${path}' leads through '${key}', which is no map or list, it must lead through those`);
      }
      parent = next;
    }
    return new JsonPlace(path, parent, keys.at(-1)!);
  }
}

/**
 * Kustomize compares the bytes of JSON: a character that may be escaped is equal or not by how it is written. Version 4.5
 * breaks down over null within a value.
 */
function assertComparable(value: Json, path: string): void {
  const isPlain = typeof value !== 'number' || Number.isSafeInteger(value);
  if (isPlain && !hasNull(value) && !/[^ -~]|[&<>\\]/.test(JSON.stringify(value))) return;
  throw new Error(`'${path}' is tested for null or for what JSON may write in two ways, it must be a plain value`);
}
