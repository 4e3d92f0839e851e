import { namespaceOf } from '../../model/manifest.ts';
import type { ObjectRule } from '../rule.ts';

export const clusterScopedOnce: ObjectRule = {
  id: 'cluster-scoped-once',
  why: 'Environments share their clusters, so what a cluster has once must not belong to any of them.',
  fix: 'Ask for the object with clusterObject(), or render it in lib/clusters/, where each says its own namespace.',

  check: (manifest, { unit, world }) => {
    const { environment, owner } = unit;
    const namespace = namespaceOf(manifest);
    if (world.kinds.isClusterScoped(manifest)) {
      return [
        ...(owner !== 'component' ? [] : [`is cluster-scoped, but environment '${environment}' delivers it`]),
        ...(namespace === undefined ? [] : [`is cluster-scoped, so it must not have the namespace '${namespace}'`]),
      ];
    }
    return namespace ? [] : ['has no namespace, but objects of its kind must be in one'];
  },
};
