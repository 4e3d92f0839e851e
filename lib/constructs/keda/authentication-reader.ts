import type { Operators } from '../../model/helm-chart.ts';
import type { Manifest } from '../../model/manifest.ts';

const name = 'keda-authentication-reader';

/**
 * The right of KEDA's metrics server to see how the API server authenticates those whose requests it passes on. Its chart
 * binds it in `kube-system`, where no project of Argo CD lets a chart reach; this says the same for the cluster.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/
 */
export function authenticationReaders({ keda }: Operators): Manifest[] {
  if (!keda) return [];
  const group = 'rbac.authorization.k8s.io';
  return [
    {
      apiVersion: `${group}/v1`,
      kind: 'ClusterRole',
      metadata: { name },
      rules: [
        {
          apiGroups: [''],
          resources: ['configmaps'],
          resourceNames: ['extension-apiserver-authentication'],
          verbs: ['get', 'list', 'watch'],
        },
      ],
    },
    {
      apiVersion: `${group}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: group, kind: 'ClusterRole', name },
      subjects: [{ apiGroup: group, kind: 'Group', name: `system:serviceaccounts:${keda.namespace}` }],
    },
  ];
}
