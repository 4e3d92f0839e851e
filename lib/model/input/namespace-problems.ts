import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Platform } from '../platform.ts';
import { nameProblems } from './names.ts';

/** Components that would share a namespace, and namespaces that Kubernetes would refuse. */
export function namespaceProblems({ components, environments }: Platform): Mistake[] {
  const owners = new Map<string, string>();
  const problems: Mistake[] = [];
  for (const [component, { namespace = component }] of Object.entries(components)) {
    const owner = owners.get(namespace);
    if (owner === undefined) owners.set(namespace, component);
    else {
      problems.push(
        mistake(
          'duplicate',
          'lib/components/index.ts',
          `'${owner}' and '${component}' share the namespace '${namespace}', each component must have its own`,
        ),
      );
    }
    for (const { name } of environments) {
      problems.push(...nameProblems(`lib/components/index.ts: namespace of '${component}'`, `${namespace}-${name}`));
    }
  }
  return problems;
}
