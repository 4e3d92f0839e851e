import { isMap } from '../yaml/json.ts';
import type { Json } from '../yaml/json.ts';

/** Names of the items of a list, where each has one of its own. */
export function namesOf(list: readonly Json[]): readonly string[] | undefined {
  const names = list.map(item => (isMap(item) ? item['name'] : undefined));
  return names.every(name => typeof name === 'string') && new Set(names).size === names.length
    ? (names as string[])
    : undefined;
}

/** Whether all names stand in a list in the same order. */
export function isWithin(names: readonly string[], all: readonly string[]): boolean {
  return (
    all.filter(name => names.includes(name)).join(' ') === names.join(' ') && names.every(name => all.includes(name))
  );
}

/** What two items of a list must share for one to be a version of the other. */
export function shapeOf(item: Json): string {
  if (isMap(item)) return Object.keys(item).sort().join(' ');
  if (Array.isArray(item)) return 'list';
  if (typeof item !== 'string') return typeof item;
  return /^--?[\w.-]+(?==)/.exec(item)?.[0] ?? 'text';
}
