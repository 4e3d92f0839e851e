import type { ApiRule, Asked } from '../model/ask.ts';
import type { Manifest } from '../model/manifest.ts';
import { stamped } from '../model/metadata.ts';
import { metadataOf } from '../model/service-settings.ts';
import type { Json } from '../yaml/json.ts';
import type { Answer } from './answer.ts';

/**
 * The right of a service to read the Kubernetes API. It is given with the ground and not by the component, so that no
 * component can give itself more.
 */
export const apiRoles: Answer<'api'> = {
  to: 'api',
  recipient: 'foundation',
  objects: (component, asked, surroundings) =>
    asked.flatMap(each => {
      const added = metadataOf(surroundings, component, each.by.service);
      return roleOf(each, surroundings.namespaceOf(component)).map(object => stamped(object, added));
    }),
};

/** The namespace in the name keeps environments on one cluster apart. */
function roleOf({ by: { service }, what: rules }: Asked<'api'>, namespace: string): Manifest[] {
  const name = `${namespace}-${service}`;
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name },
      rules: rules.map(ruleText),
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name: service, namespace }],
    },
  ];
}

/** A rule as Kubernetes writes it. */
export function ruleText({ groups = [''], resources, urls, verbs }: ApiRule): Json {
  return {
    ...(resources && { apiGroups: [...groups], resources: [...resources] }),
    ...(urls && { nonResourceURLs: [...urls] }),
    verbs: [...verbs],
  };
}
