import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Platform } from '../platform.ts';
import { nameProblems } from './names.ts';

const where = 'overlays/components.ts';

/** Components that would share a namespace, and namespaces that Kubernetes would refuse. */
export function namespaceProblems({ components, environments }: Platform): Mistake[] {
  const owners = new Map<string, string>();
  const mistakes: Mistake[] = [];
  for (const [component, { namespace = component }] of Object.entries(components)) {
    const owner = owners.get(namespace);
    if (owner === undefined) owners.set(namespace, component);
    else {
      const message = `'${owner}' and '${component}' share the namespace '${namespace}', each component must have its own`;
      mistakes.push(mistake('duplicate', where, message));
    }
    for (const { name } of environments) {
      mistakes.push(...nameProblems(`${where}: namespace of '${component}'`, `${namespace}-${name}`));
    }
  }
  return mistakes;
}
