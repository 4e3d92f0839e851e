import { namespaceOf } from '../../model/manifest.ts';
import type { ObjectRule } from '../rule.ts';

export const componentInOneNamespace: ObjectRule = {
  id: 'component-in-one-namespace',
  why: "The overlay sets one namespace on all that it has, so an object of another one ends up in the component's own.",
  fix: 'Move the object to a component of its own, or, where a cluster has it once, ask for it with clusterObject().',

  check: (manifest, { unit, world }) => {
    if (unit.owner !== 'component') return [];
    const whose = `component '${unit.component}'`;
    if (world.kinds.isClusterScoped(manifest))
      return [`is cluster-scoped, but ${whose} may hold objects of its namespace only`];
    const namespace = namespaceOf(manifest);
    if (namespace === unit.namespace) return [];
    return [`is in namespace '${namespace ?? ''}', but all of ${whose} must be in '${unit.namespace ?? ''}'`];
  },
};
