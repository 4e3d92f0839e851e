import type { Platform } from '../model/platform.ts';
import { textAt } from '../yaml/json-path.ts';

/**
 * The name by which the API server has the objects of a kind: what its definition says, or else the plural of its name, as
 * Kubernetes and all operators here form it.
 *
 * @param kind `<group>/<kind>`
 */
export function pluralOf(kind: string, definitions: Platform['definitions']): string {
  const [group, name] = kind.split('/') as [string, string];
  const definition = definitions.find(each => each.group === group && each.kind === name);
  const said = definition && textAt(definition.manifest, 'spec', 'names', 'plural');
  return said ?? plural(name.toLowerCase());
}

function plural(word: string): string {
  if (word.endsWith('endpoints')) return word;
  if (/(?:s|x|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
