import { hasDirective, takeListDirective, takeMapDirective } from './directive.ts';
import { mayBeOne, mergedByKey, textsOf } from './keyed-merge.ts';
import { mergedSet } from './merged-set.ts';
import { jsonOf, mapNodeOf, shapeOf } from './merge-node.ts';
import type { MapNode, Node } from './merge-node.ts';
import type { Manifest } from '../model/manifest.ts';
import { isMap } from '../yaml/json.ts';
import type { JsonMap } from '../yaml/json.ts';
import { positionOf, positionWithin } from './merge-keys.ts';
import type { Position } from './merge-keys.ts';
import { hasEmptyKey, readsAsText } from './mergeable.ts';
import { restyled } from './written-style.ts';
import type { QuotedTexts } from './written-style.ts';

/** Who wrote a patch and its base, which decides how much of Kustomize the model follows. */
export interface MergeOptions {
  /**
   * Whether people wrote the patch. Then directives (`$patch`) do what Kustomize makes of them, and lists lose what
   * they lose there; otherwise both are refused.
   *
   * @default false
   */
  readonly isByPeople?: boolean;

  /** @default - not known; what depends on it is refused */
  readonly isQuoted?: QuotedTexts;
}

/**
 * What Kustomize makes of an object and a strategic merge patch. It follows the walk of Kustomize (`kyaml/yaml/merge2`)
 * and not the rules by which patches are derived.
 *
 * @returns undefined where the patch takes the object away.
 * @throws Error where some version of Kustomize fails or does otherwise than another, and for what is refused.
 */
export function strategicallyMerged(base: Manifest, body: JsonMap, options: MergeOptions = {}): Manifest | undefined {
  if (hasEmptyKey(base) || hasEmptyKey(body)) throw new Error('a key is empty, Kustomize merges only where none is');
  const onto = mapNodeOf(base);
  const merged = new Merge(options).merged(onto, mapNodeOf(body), positionOf(base.apiVersion, base.kind), '');
  if (merged === undefined) return undefined;
  // To replace the whole object changes nothing: Kustomize goes on with the object that it has, and not with the result.
  return withIdentityOf(base, jsonOf(onto) as JsonMap);
}

/** Kustomize sets these once more, whatever the patch says. */
function withIdentityOf({ apiVersion, kind, metadata: { name, namespace } }: Manifest, merged: JsonMap): Manifest {
  const metadata = isMap(merged.metadata) ? merged.metadata : {};
  if (namespace === undefined && metadata.namespace !== undefined) {
    throw new Error("the patch sets '/metadata/namespace', which the object lacks, it must leave that out");
  }
  const naming = { name, ...(namespace !== undefined && { namespace }) };
  return { ...merged, apiVersion, kind, metadata: { ...metadata, ...naming } };
}

class Merge {
  private readonly isByPeople: boolean;
  private readonly isQuoted: QuotedTexts | undefined;

  constructor({ isByPeople = false, isQuoted }: MergeOptions) {
    this.isByPeople = isByPeople;
    this.isQuoted = isQuoted;
  }

  /** What stands at one place of both sides; undefined for nothing. The base is changed in place. */
  merged(
    base: Node | undefined,
    patch: Node | undefined,
    position: Position | undefined,
    path: string,
  ): Node | undefined {
    const present = base ?? patch;
    if (isGiven(base) && isGiven(patch) && shapeOf(base) !== shapeOf(patch)) {
      throw new Error(`'${path}' is a ${shapeOf(base)} and the patch a ${shapeOf(patch)}, both must have one shape`);
    }
    if (Array.isArray(present)) return this.list(base as MaybeList, patch as MaybeList, position, path);
    if (present instanceof Map) return this.map(base as MaybeMap, patch as MaybeMap, position, path);
    if (base === null && patch === undefined) {
      throw new Error(`'${path}' is null in the base, which some versions of Kustomize keep and others drop`);
    }
    return patch === undefined ? base : patch;
  }

  private map(base: MaybeMap, patch: MaybeMap, position: Position | undefined, path: string): Node | undefined {
    if (patch === null) return undefined;
    if (patch && hasDirective(patch)) this.assertDirectives(path);
    const directive = patch ? takeMapDirective(patch, path) : 'merge';
    if (directive === 'delete') return undefined;
    // What the base lacks comes from the patch, and is then merged with itself.
    const onto = directive === 'replace' ? patch! : (base ?? patch!);
    const within = positionWithin(position, base, patch);
    for (const key of patch ? allKeys(onto, patch) : [...onto.keys()]) {
      const before = onto.get(key);
      const after = this.merged(before, patch?.get(key), within?.fields.get(key), `${path}/${key}`);
      if (after === undefined || after === null) {
        onto.delete(key);
        continue;
      }
      if (before === undefined) assertAddable(key, path);
      onto.set(key, restyled(before, after, `${path}/${key}`, this.isQuoted));
    }
    return onto;
  }

  private list(base: MaybeList, patch: MaybeList, position: Position | undefined, path: string): Node | undefined {
    if (patch === null) return undefined;
    if (!position?.keys) return patch ?? base!;
    if (patch && hasDirective(patch)) this.assertDirectives(path);
    const directive = base && patch ? takeListDirective(patch, path) : 'merge';
    if (directive === 'delete') return undefined;
    const onto = directive === 'replace' ? patch! : (base ?? patch!);
    const { keys } = position;
    if (keys.length === 0) return mergedSet(onto, patch, { isStrict: !this.isByPeople, path });
    if (!this.isByPeople) for (const side of [onto, patch ?? []]) assertToldApart(side, keys, path);
    return mergedByKey(onto, patch, keys, (one, other, texts) => {
      return this.merged(one, other, position, `${path}/${texts.join()}`);
    });
  }

  private assertDirectives(path: string): void {
    if (this.isByPeople) return;
    throw new Error(`'${path}' has the directive '$patch', a patch must hold none`);
  }
}

function allKeys(one: MapNode, other: MapNode): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].sort();
}

type MaybeList = Node[] | null | undefined;
type MaybeMap = MapNode | null | undefined;

function isGiven(value: Node | undefined): value is Exclude<Node, null> {
  return value !== undefined && value !== null;
}

function assertAddable(key: string, path: string): void {
  if (readsAsText(key)) return;
  throw new Error(`'${path}' gets the new key '${key}', which Kustomize 4.5 reads as another value than text`);
}

function assertToldApart(items: readonly Node[], keys: readonly string[], path: string): void {
  const identities = items.map(item => textsOf(item, keys));
  const isLost = (texts: readonly string[], index: number): boolean => {
    return texts[0] === '' || identities.some((other, at) => at > index && mayBeOne(texts, other));
  };
  if (!identities.some(isLost)) return;
  throw new Error(`'${path}' would lose items in Kustomize, each must state its own ${keys.join(' and ')}`);
}
