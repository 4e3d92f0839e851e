import { isMap } from '../yaml/json.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { leadingKeysInList, leadingKeysUnder, objectKeys, orderedKeys } from '../yaml/key-order.ts';
import type { LeadingKeys } from '../yaml/key-order.ts';
import { Holes, isShared } from './holes.ts';
import type { KeptValues } from './kept-values.ts';
import { isWithin, namesOf, shapeOf } from './list-items.ts';
import type { NamedWords } from './named-words.ts';
import { someOf } from './stand.ts';
import type { Variants } from './stand.ts';
import { piecesOf } from './text-template.ts';

/** What people change although environments may not: the image of a container, and how many pods there are. */
const always: readonly RegExp[] = [/\/containers\/[^/]+\/image$/, /^spec\/(?:replicas|minReplicas|maxReplicas)$/];

/** Makes the template of one object, and keeps its values. */
export class ObjectTemplate {
  readonly holes = new Holes();

  private readonly words: NamedWords;
  private readonly kept: KeptValues;

  constructor(words: NamedWords, kept: KeptValues) {
    this.words = words;
    this.kept = kept;
  }

  /** The object with holes in it. */
  of(variants: Variants): Json {
    return this.node(variants, [], objectKeys);
  }

  private node(variants: Variants, keys: readonly string[], leading: LeadingKeys, isItem = false): Json {
    const [first] = variants.values();
    if (every(variants, isMap)) return this.map(variants as ReadonlyMap<number, JsonMap>, keys, leading, isItem);
    if (every(variants, Array.isArray)) return this.list(variants as ReadonlyMap<number, readonly Json[]>, keys);
    const path = keys.join('/');
    if (always.some(form => form.test(path))) return this.value(variants, keys);
    if (isShared(variants) && path !== 'metadata/namespace') return first!;
    if (!every(variants, value => typeof value === 'string')) return this.value(variants, keys);
    return this.text(variants as ReadonlyMap<number, string>, keys);
  }

  private map(
    variants: ReadonlyMap<number, JsonMap>,
    keys: readonly string[],
    leading: LeadingKeys,
    isItem: boolean,
  ): Json {
    const all = [...new Set([...variants.values()].flatMap(map => Object.keys(map)))];
    const isOptional = (key: string): boolean => ![...variants.values()].every(map => Object.hasOwn(map, key));
    const [start] = orderedKeys(Object.fromEntries(all.map(key => [key, null])), leading);
    // A template can leave out neither the key that an item of a list starts with, nor all that a map has.
    const isWhole = isItem ? start !== undefined && isOptional(start) : all.length > 0 && all.every(isOptional);
    if (isWhole) return this.value(variants, keys);
    return Object.fromEntries(
      all.map(key => {
        const below = someOf(variants, map => (Object.hasOwn(map, key) ? map[key] : undefined));
        const path = [...keys, key];
        return [key, isOptional(key) ? this.value(below, path, true) : this.node(below, path, leadingKeysUnder(key))];
      }),
    );
  }

  private list(variants: ReadonlyMap<number, readonly Json[]>, keys: readonly string[]): Json {
    const [first = []] = variants.values();
    if (isShared(variants) && keys.at(-1) !== 'containers') return first;
    const names = [...variants.values()].map(namesOf);
    const longest = names.reduce((one, other) => ((other?.length ?? 0) > (one?.length ?? 0) ? other : one));
    if (longest && names.every(each => each && isWithin(each, longest))) return this.namedList(variants, longest, keys);
    const areAlike = [...variants.values()].every(
      list => list.length === first.length && list.every((item, index) => shapeOf(item) === shapeOf(first[index]!)),
    );
    if (!areAlike) return this.value(variants, keys);
    return first.map((_, index) =>
      this.node(
        someOf(variants, list => list[index]),
        first.length === 1 ? keys : [...keys, String(index + 1)],
        leadingKeysInList(keys.at(-1)!),
        true,
      ),
    );
  }

  private namedList(
    variants: ReadonlyMap<number, readonly Json[]>,
    names: readonly string[],
    keys: readonly string[],
  ): Json {
    return names.map(name => {
      const items = someOf(variants, list => list.find(each => (each as JsonMap)['name'] === name));
      const path = [...keys, name];
      return items.size < variants.size
        ? this.value(items, path, true)
        : this.node(items, path, leadingKeysInList(keys.at(-1)!), true);
    });
  }

  private text(variants: ReadonlyMap<number, string>, keys: readonly string[]): Json {
    if (this.words.pathOf(variants))
      return this.holes.mark({ path: this.words.pathOf(variants)!, form: 'scalar', variants, isOptional: false });
    const pieces = piecesOf(variants, words => this.words.pathOf(words) !== undefined);
    if (!pieces) return this.value(variants, keys);
    const [only] = variants.values();
    return pieces
      .map(piece => {
        if (typeof piece === 'string') return piece;
        const known = this.words.pathOf(piece.variants);
        const lead = only!.includes('\n') ? keys : keys.filter(key => !/^\d+$/.test(key));
        const path = known ?? this.kept.pathOf(piece.variants, piece.key === undefined ? keys : [...lead, piece.key]);
        return this.holes.mark({ path, form: 'part', variants: piece.variants, isOptional: false });
      })
      .join('');
  }

  private value(variants: Variants, keys: readonly string[], isOptional = false): string {
    const isBlock = [...variants.values()].some(value => typeof value === 'object' && value !== null);
    return this.holes.mark({
      path: this.kept.pathOf(variants, keys, isOptional),
      form: isBlock ? 'block' : 'scalar',
      variants,
      isOptional,
    });
  }
}

function every(variants: Variants, holds: (value: Json) => boolean): boolean {
  return [...variants.values()].every(holds);
}
