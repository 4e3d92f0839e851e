import { namespaceOf } from '../../model/manifest.ts';
import { isClusterScoped } from '../../kinds/index.ts';
import type { ObjectRule } from '../rule.ts';

export const clusterScopedOnce: ObjectRule = {
  id: 'cluster-scoped-once',
  why: 'Environments share their clusters, so what a cluster has once must not belong to any of them.',
  fix: 'Render the object in lib/clusters/, and give an object of a namespace its namespace there.',

  check: (manifest, { unit }) => {
    const { environment } = unit;
    const namespace = namespaceOf(manifest);
    if (isClusterScoped(manifest)) {
      return [
        ...(environment === undefined ? [] : [`is cluster-scoped, but environment '${environment}' delivers it`]),
        ...(namespace === undefined ? [] : [`is cluster-scoped, so it must not have the namespace '${namespace}'`]),
      ];
    }
    return namespace ? [] : ['has no namespace, but objects of its kind must be in one'];
  },
};
