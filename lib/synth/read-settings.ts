import { isObject } from '../model/input/collections.ts';

/** What a construct read of the settings that it was given. */
export interface Reading {
  /** The settings as the construct gets them: each value as it is, each read noted. */
  readonly settings: object;

  /** Keys that were read, by the path of the object that they were looked for in: `''`, `autoscaling`, `env[]`. */
  readonly read: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Lends settings to a construct, to see which keys it reads. One that spreads them or lists their keys reads all. */
export function readingOf(settings: object): Reading {
  const read = new Map<string, Set<string>>();
  return { settings: lent(settings, '', read), read };
}

/** Keys of the settings, at any depth, that were never read: each with the object it is in. */
export function unreadKeys(
  settings: object,
  read: Reading['read'],
  path = '',
  above: readonly object[] = [], // what holds itself has no end
): { path: string; key: string }[] {
  const here = [...above, settings];
  return Object.entries(settings).flatMap(([key, value]: [string, unknown]) => {
    if (!Array.isArray(settings) && !read.get(path)?.has(key)) return [{ path, key }];
    // An object of which nothing was read was handed on as a whole, or looked at like a flag.
    const inner = below(path, Array.isArray(settings) ? '' : key);
    if (!isLent(value) || here.includes(value) || !read.has(inner)) return [];
    return unreadKeys(value, read, inner, here);
  });
}

/** Whether every object in the settings has been looked into before, and every key of it been read. */
export function isAllRead(settings: object, read: Reading['read'], path = '', above: readonly object[] = []): boolean {
  const here = [...above, settings];
  return Object.entries(settings).every(([key, value]: [string, unknown]) => {
    if (!Array.isArray(settings) && !read.get(path)?.has(key)) return false;
    if (!isLent(value) || here.includes(value)) return true;
    return isAllRead(value, read, below(path, Array.isArray(settings) ? '' : key), here);
  });
}

function lent(value: object, path: string, read: Map<string, Set<string>>): object {
  const keys = read.get(path) ?? new Set<string>();
  const inner = new Map<string, object>();

  // A copy, because a proxy may not give anything else than a frozen object has.
  return new Proxy(Array.isArray(value) ? [...(value as unknown[])] : { ...value }, {
    get(target, key, receiver) {
      const found: unknown = Reflect.get(target, key, receiver);
      if (typeof key !== 'string') return found;
      note(key);
      if (!isLent(found) || !Object.hasOwn(target, key)) return found;
      const known = inner.get(key) ?? lent(found, below(path, Array.isArray(target) ? '' : key), read);
      inner.set(key, known);
      return known;
    },
    has(target, key) {
      if (typeof key === 'string') note(key);
      return Reflect.has(target, key);
    },
    ownKeys(target) {
      for (const key of Object.keys(target)) note(key);
      return Reflect.ownKeys(target);
    },
  });

  function note(key: string): void {
    read.set(path, keys.add(key));
  }
}

/** Only plain objects and lists are lent: anything else shows what it holds to nobody. */
function isLent(value: unknown): value is object {
  if (Array.isArray(value)) return true;
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function below(path: string, key: string): string {
  if (key === '') return `${path}[]`;
  return path ? `${path}.${key}` : key;
}
