import type { JsonMap } from './json.ts';

/** Keys that come first in a map, in this order; the others follow alphabetically. */
export type LeadingKeys = readonly string[];

/** Nothing but the alphabet. */
export const alphabet: LeadingKeys = [];

/** The order of a whole document: what it is before what it says. */
export const objectKeys: LeadingKeys = ['apiVersion', 'kind', 'metadata', 'spec'];

const metadataKeys: LeadingKeys = ['name', 'namespace', 'labels', 'annotations'];
const containerKeys: LeadingKeys = ['name', 'image'];
const containerLists: ReadonlySet<string> = new Set(['containers', 'initContainers', 'ephemeralContainers']);

/** The leading keys of a map that stands under this key. */
export function leadingKeysUnder(key: string): LeadingKeys {
  return key === 'metadata' ? metadataKeys : alphabet;
}

/** The leading keys of each map in a list that stands under this key. */
export function leadingKeysInList(key: string): LeadingKeys {
  return containerLists.has(key) ? containerKeys : alphabet;
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
