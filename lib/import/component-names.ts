import type { Imported } from './imported.ts';

/**
 * Names of the components of an import, no two of them alike: the first has that of the import, and others what their
 * namespaces add to it.
 */
export function componentNames(name: string, keys: readonly string[]): string[] {
  const names: string[] = [];
  for (const key of keys) {
    const wanted = names.length === 0 ? name : componentName(name, labelOf(key));
    const taken = names.includes(wanted);
    names.push(taken ? `${wanted}-${names.length + 1}` : wanted);
  }
  return names;
}

function componentName(name: string, key: string): string {
  return key === '' || key.startsWith(`${name}-`) ? key || name : labelOf(`${name}-${key}`);
}

/** The nearest text that may be the name of a component. */
export function labelOf(text: string): string {
  const safe = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '');
  return safe.slice(0, 40).replace(/-+$/, '');
}

/**
 * What a row says of its namespaces: nothing where they are what the platform would call them.
 *
 * @param names by environment; empty where the objects say none
 */
export function namespaceField(name: string, names: ReadonlyMap<string, string>): Pick<Imported['row'], 'namespace'> {
  const exact = [...names].filter(([, namespace]) => namespace !== '');
  if (exact.every(([environment, namespace]) => namespace === `${name}-${environment}`)) return {};
  const [first = ''] = exact.map(([environment, namespace]) => withoutEnd(namespace, `-${environment}`));
  if (first !== '' && exact.every(([environment, namespace]) => namespace === `${first}-${environment}`)) {
    return { namespace: first };
  }
  return { namespace: Object.fromEntries(exact) };
}

function withoutEnd(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length) : '';
}
