import type { Json, JsonMap } from '../../../yaml/json.ts';
import { at, listAt } from '../../../yaml/json-path.ts';
import { pathText } from '../path-text.ts';
import { equalJson } from './equal-json.ts';

/** A sentence for each item that a list has before, where its schema makes it a set, or a map by some keys. */
export function repeatedItems(schema: JsonMap, items: readonly Json[], path: readonly string[]): string[] {
  const type = schema['x-kubernetes-list-type'];
  if (type !== 'set' && type !== 'map') return [];
  const keys = type === 'map' ? listAt(schema, 'x-kubernetes-list-map-keys').map(String) : undefined;
  const named = items.map((item): Json => (keys ? keys.map(key => at(item, key) ?? null) : item));
  return named.flatMap((name, index) => {
    const first = named.findIndex(other => equalJson(other, name));
    if (first === index) return [];
    const what = keys ? `the same ${keys.map(key => `'${key}'`).join(' and ')}` : 'the same value';
    return [`${pathText([...path, String(index)])} has ${what} as [${first}], which must be there once`];
  });
}
