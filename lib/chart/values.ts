import { isEqual, keysOf } from '../kustomize/equal.ts';
import { isMap } from '../yaml/json.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import type { Variants } from './stand.ts';

/** Where a value stands in the values of a chart, each part an identifier of Go's templates. */
export type ValuePath = readonly string[];

/** The values of a chart, those of each environment. */
export class ChartValues {
  private readonly claimed = new Map<string, Variants>();
  private readonly folders = new Set<string>();
  private readonly environments: readonly string[];

  constructor(environments: readonly string[]) {
    this.environments = environments;
  }

  /**
   * Keeps a value of each environment that has it, under the name that is wished for: one name has one meaning, so
   * another value of that name gets a number behind it.
   *
   * @returns where it is kept
   */
  claim(wished: ValuePath, variants: Variants): ValuePath {
    for (let count = 1; ; count += 1) {
      const path = count === 1 ? wished : [...wished.slice(0, -1), `${wished.at(-1)!}${count}`];
      const key = path.join('.');
      const before = this.claimed.get(key);
      if (before && isSame(before, variants)) return path;
      if (before || this.folders.has(key) || above(path).some(each => this.claimed.has(each))) continue;
      this.claimed.set(key, variants);
      for (const each of above(path)) this.folders.add(each);
      return path;
    }
  }

  /** Widens what is known of a value: it is the same one, met in an object that other environments have. */
  widen(path: ValuePath, variants: Variants): void {
    const key = path.join('.');
    this.claimed.set(key, new Map([...(this.claimed.get(key) ?? []), ...variants]));
    for (const each of above(path)) this.folders.add(each);
  }

  /** What `values.yaml` says: all values of the first environment, and the folders of those that only others have. */
  defaults(): JsonMap {
    return this.treeOf(0);
  }

  /**
   * What the file of an environment says: each value that the environments do not share. Helm merges it into the
   * defaults, map by map, so what it has not is taken away by a null.
   */
  of(environment: string): JsonMap {
    const own = this.treeOf(this.environments.indexOf(environment));
    const others = this.environments.map((_, index) => this.treeOf(index));
    return (distinct(own, others, this.defaults()) ?? {}) as JsonMap;
  }

  private treeOf(environment: number): JsonMap {
    const tree: Record<string, Json> = {};
    for (const [key, variants] of this.claimed) {
      const path = key.split('.');
      const folder = path.slice(0, -1).reduce((map, part) => (map[part] ??= {}) as Record<string, Json>, tree);
      const value = variants.get(environment);
      if (value !== undefined) folder[path.at(-1)!] = value;
    }
    return tree;
  }
}

/** The part of a value that not all others share, with a null for what only the defaults have. */
function distinct(
  own: Json | undefined,
  others: readonly (Json | undefined)[],
  defaults: Json | undefined,
): Json | undefined {
  if (own === undefined) return defaults === undefined ? undefined : null;
  if (others.every(other => isEqual(other, own))) return undefined;
  if (!isMap(own)) return own;
  const maps = others.map(other => (isMap(other) ? other : {}));
  const before = isMap(defaults) ? defaults : {};
  const entries = keysOf(own, before).flatMap((key): [string, Json][] => {
    const value = distinct(
      own[key],
      maps.map(map => map[key]),
      before[key],
    );
    return value === undefined ? [] : [[key, value]];
  });
  return entries.length > 0 || !isMap(defaults) ? Object.fromEntries(entries) : undefined;
}

function isSame(one: Variants, other: Variants): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.has(key) && isEqual(value, other.get(key)));
}

/** Every folder that a value lies in. */
function above(path: ValuePath): string[] {
  return path.slice(0, -1).map((_, index) => path.slice(0, index + 1).join('.'));
}
