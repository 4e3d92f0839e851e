import type { JsonMap } from './manifest.ts';

/** Keys that come first in a map, in this order; the others follow alphabetically. */
export type LeadingKeys = readonly string[];

/** Nothing but the alphabet. */
export const ALPHABET: LeadingKeys = [];

/** The order of a whole document: what it is before what it says. */
export const OBJECT_KEYS: LeadingKeys = ['apiVersion', 'kind', 'metadata', 'spec'];

const METADATA_KEYS: LeadingKeys = ['name', 'namespace', 'labels', 'annotations'];
const CONTAINER_KEYS: LeadingKeys = ['name', 'image'];
const CONTAINER_LISTS: ReadonlySet<string> = new Set(['containers', 'initContainers', 'ephemeralContainers']);

/** The leading keys of a map that stands under this key. */
export function leadingKeysUnder(key: string): LeadingKeys {
  return key === 'metadata' ? METADATA_KEYS : ALPHABET;
}

/** The leading keys of each map in a list that stands under this key. */
export function leadingKeysInList(key: string): LeadingKeys {
  return CONTAINER_LISTS.has(key) ? CONTAINER_KEYS : ALPHABET;
}

/**
 * The keys of a map as a reader expects them: the leading ones, then the alphabet by code unit. The order in which they
 * were set says nothing, so that moving a line of code changes no byte.
 */
export function orderedKeys(map: JsonMap, leading: LeadingKeys): readonly string[] {
  const keys = Object.keys(map).sort();
  if (leading.length === 0) return keys;
  const first = leading.filter(key => Object.hasOwn(map, key));
  return [...first, ...keys.filter(key => !leading.includes(key))];
}
