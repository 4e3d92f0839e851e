import type { ApiAccess, ApiRule } from '../constructs/component-chart.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Json } from '../yaml/json.ts';

/**
 * The right of one service to read the Kubernetes API. It is given here and not by the component, so that no
 * component can give itself more. The namespace in the name keeps environments on one cluster apart.
 */
export function apiRoles(namespace: string, { service, rules }: ApiAccess): Manifest[] {
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

function ruleText({ groups = [''], resources, urls, verbs }: ApiRule): Json {
  return {
    ...(resources && { apiGroups: [...groups], resources: [...resources] }),
    ...(urls && { nonResourceURLs: [...urls] }),
    verbs: [...verbs],
  };
}
