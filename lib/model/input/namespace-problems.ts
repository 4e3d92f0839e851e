import type { Component } from '../component.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { isReservedNamespace, namespaceIn } from '../namespace.ts';
import { clusterNameOf } from '../placement.ts';
import type { Platform } from '../platform.ts';
import { listed } from './did-you-mean.ts';
import { nameProblems } from './names.ts';

const where = 'overlays/components.ts';

/** Components that would share a namespace, and namespaces that Kubernetes would refuse. */
export function namespaceProblems(platform: Platform): Mistake[] {
  const { components, environments } = platform;
  const names = environments.map(({ name }) => name);
  const owners = new Map<string, string>();
  const mistakes: Mistake[] = [];
  for (const [component, row] of Object.entries(components)) {
    const { namespace = component } = row;
    if (typeof namespace === 'string') mistakes.push(...sharedProblems(namespace, component, owners));
    else mistakes.push(...keyProblems(component, Object.keys(namespace), names));
    for (const name of names) mistakes.push(...ownProblems(name, component, row));
  }
  return mistakes.length > 0 ? mistakes : togetherProblems(platform);
}

function sharedProblems(namespace: string, component: string, owners: Map<string, string>): Mistake[] {
  const owner = owners.get(namespace);
  if (owner === undefined) owners.set(namespace, component);
  return owner === undefined ? [] : [shared(owner, component, namespace)];
}

function shared(owner: string, component: string, namespace: string): Mistake {
  const message = `'${owner}' and '${component}' share the namespace '${namespace}', each component must have its own`;
  return mistake('duplicate', where, message);
}

function keyProblems(component: string, keys: readonly string[], environments: readonly string[]): Mistake[] {
  return keys
    .filter(key => !environments.includes(key))
    .map(key => {
      const must = `must be an environment: ${listed(environments, key)}`;
      return mistake('unknown-name', where, `'${component}.namespace': '${key}' ${must}`);
    });
}

function ownProblems(environment: string, component: string, row: Component): Mistake[] {
  const name = namespaceIn(environment, component, row);
  const place = `${where}: namespace of '${component}'`;
  if (!isReservedNamespace(name)) return nameProblems(place, name);
  return [mistake('reserved', place, `'${name}' is that of Kubernetes or Argo CD, it must be another`)];
}

/** Namespaces that are given exactly may be those of another component, or of another environment on the same cluster. */
function togetherProblems({ components, environments }: Platform): Mistake[] {
  const owners = new Map<string, string>();
  return environments.flatMap(environment =>
    Object.entries(components).flatMap(([component, row]) => {
      const cluster = clusterNameOf(component, environment, components);
      if (cluster === undefined) return [];
      const namespace = namespaceIn(environment.name, component, row);
      const owner = owners.get(`${cluster} ${namespace}`);
      const own = `${environment.name}/${component}`;
      if (owner === undefined) owners.set(`${cluster} ${namespace}`, own);
      return owner === undefined ? [] : [shared(owner, own, `${namespace}' of cluster '${cluster}`)];
    }),
  );
}
