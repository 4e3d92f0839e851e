import type { Manifest } from '../../../lib/model/manifest.ts';

/** Samples without a namespace: there is one of each in a cluster. */
export const clusterSamples = {
  Namespace: {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop', annotations: { 'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm' } },
  },
  PriorityClass: {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: 'serving' },
    value: 500,
    description: 'Answers.',
  },
  ClusterRole: {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'shop-api' },
    rules: [
      { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
      { nonResourceURLs: ['/metrics'], verbs: ['get'] },
    ],
  },
  ClusterIssuer: {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name: 'staging' },
    spec: {
      acme: {
        server: 'https://acme.example/directory',
        email: 'platform@example.com',
        privateKeySecretRef: { name: 'acme-staging' },
        solvers: [{ http01: { ingress: { ingressClassName: 'traefik', serviceType: 'ClusterIP' } } }],
      },
    },
  },
} as const satisfies Record<string, Manifest>;
