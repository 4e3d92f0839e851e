import { namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { at, listAt, textAt } from '../yaml/json-path.ts';
import type { Kind } from './kind.ts';
import { kubernetes } from './packages.ts';
import type { Reference } from './reference.ts';

const group = 'rbac.authorization.k8s.io';
const rbac = { group, versions: ['v1'], scope: 'namespaced', schema: kubernetes, health: 'none' } as const;

/** Kinds of who may do what through the API server. */
export const rbacKinds: readonly Kind[] = [
  { ...rbac, kind: 'ClusterRole', scope: 'cluster' },
  { ...rbac, kind: 'ClusterRoleBinding', scope: 'cluster', names: subjectsAndRole },
  { ...rbac, kind: 'Role' },
  { ...rbac, kind: 'RoleBinding', names: subjectsAndRole },
];

function subjectsAndRole(binding: Manifest): Reference[] {
  const accounts = listAt(binding, 'subjects')
    .filter(subject => at(subject, 'kind') === 'ServiceAccount')
    .map(subject => ({
      kind: '/ServiceAccount',
      namespace: textAt(subject, 'namespace'),
      name: textAt(subject, 'name') ?? '',
    }));
  const kind = textAt(binding, 'roleRef', 'kind') ?? '';
  const namespace = kind === 'Role' ? namespaceOf(binding) : undefined;
  return [...accounts, { kind: `${group}/${kind}`, namespace, name: textAt(binding, 'roleRef', 'name') ?? '' }];
}
