import type { ApiObject } from 'cdk8s';
import { kubernetes } from '../constructs/kubernetes.ts';
import type { Manifest } from '../model/manifest.ts';

/**
 * Turns constructs into manifests, each once: an object that says in an environment what it says in the base becomes
 * the very manifest of the base. Turning it is most of the time of a rendering, and all that comes after sees at once
 * that nothing differs.
 */
export class RenderedObjects {
  private readonly first = new Map<string, { readonly object: ApiObject; readonly manifest: Manifest }>();

  /** The manifest of an object: that of the first object at its construct path, where the two hold the same. */
  manifestOf(object: ApiObject): Manifest {
    const { path } = object.node;
    const first = this.first.get(path);
    if (first && holdSame(first.object, object)) return first.manifest;
    const manifest = object.toJson() as Manifest;
    if (!first) this.first.set(path, { object, manifest });
    return manifest;
  }
}

/** Whether `toJson()` makes the same of both: it reads all the fields of an object but those that tie it to its tree. */
function holdSame(left: ApiObject, right: ApiObject): boolean {
  return (
    left.constructor === right.constructor
    && areSameFields(left, right, ['node', 'chart', 'metadata'])
    && areSameFields(left.metadata, right.metadata, ['apiObject'])
  );
}

function areSameFields(left: object, right: object, ties: readonly string[] = []): boolean {
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  for (const key of keys) {
    if (ties.includes(key)) continue;
    if (!Object.hasOwn(right, key) || !isSame((left as Fields)[key], (right as Fields)[key])) return false;
  }
  return true;
}

function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const prototype: unknown = Object.getPrototypeOf(left);
  return prototype === Object.getPrototypeOf(right) && open.has(prototype) && areSameFields(left, right);
}

type Fields = Readonly<Record<string, unknown>>;

/** What shows all that it holds. Two objects of any other class are never the same: a `Lazy`, say, hides a function. */
const open: ReadonlySet<unknown> = new Set([
  Object.prototype,
  Array.prototype,
  kubernetes.IntOrString.prototype,
  kubernetes.Quantity.prototype,
]);
