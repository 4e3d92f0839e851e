import type { Asked } from '../model/ask.ts';
import type { Manifest } from '../model/manifest.ts';
import { stamped } from '../model/metadata.ts';
import { metadataOf } from '../model/service-settings.ts';
import type { Answer } from './answer.ts';
import { ruleText } from './api-roles.ts';

/**
 * The right of an account to read what lies in its own namespace. It is given with the ground, as the right to read the
 * whole API is: no component can give itself more.
 */
export const ownRoles: Answer<'ownRole'> = {
  to: 'ownRole',
  recipient: 'foundation',
  objects: (component, asked, surroundings) =>
    asked.flatMap(each => {
      const added = metadataOf(surroundings, component, each.by.service);
      return roleOf(each, surroundings.namespaceOf(component)).map(object => stamped(object, added));
    }),
};

function roleOf({ by: { service: name }, what: rules }: Asked<'ownRole'>, namespace: string): Manifest[] {
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name, namespace },
      rules: rules.map(ruleText),
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name, namespace },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ];
}
