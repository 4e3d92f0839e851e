import type { Manifest } from '../../../lib/model/manifest.ts';
import { object } from './sample-object.ts';

/** Custom resources that break no rule. */
export const customSamples = {
  ExternalSecret: object('external-secrets.io/v1', 'ExternalSecret', {
    refreshInterval: '1h0m0s',
    secretStoreRef: { kind: 'SecretStore', name: 'secret-manager' },
    target: { name: 'api', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
    data: [{ secretKey: 'password', remoteRef: { key: 'prod-api-password' } }],
  }),
  SecretStore: object('external-secrets.io/v1', 'SecretStore', {
    provider: {
      gcpsm: {
        projectID: 'example',
        secretVersionSelectionPolicy: 'LatestOrFail',
        auth: {
          workloadIdentityFederation: { audience: '//x', serviceAccountRef: { name: 'reader', audiences: ['//x'] } },
        },
      },
    },
  }),
  PrometheusRule: object('monitoring.coreos.com/v1', 'PrometheusRule', {
    groups: [{ name: 'api', rules: [{ alert: 'Down', expr: 'up == 0', for: '5m', labels: { severity: 'critical' } }] }],
  }),
  Application: object('argoproj.io/v1alpha1', 'Application', {
    project: 'apps',
    source: {
      repoURL: 'https://git.example/x.git',
      targetRevision: 'refs/heads/main',
      path: 'dist/overlays/prod/api',
      helm: { valuesObject: { any: { thing: null } } },
    },
    destination: { name: 'in-cluster', namespace: 'shop' },
    syncPolicy: { automated: { prune: true, selfHeal: true }, syncOptions: ['ServerSideApply=true'] },
  }),
  AppProject: object('argoproj.io/v1alpha1', 'AppProject', {
    description: 'Where the shop runs.',
    sourceRepos: ['https://git.example/x.git'],
    destinations: [{ name: 'in-cluster', namespace: 'shop' }],
    clusterResourceWhitelist: [],
    syncWindows: [
      { kind: 'deny', schedule: '0 18 * * 5', duration: '62h', applications: ['*'], description: 'weekend' },
    ],
  }),
} as const satisfies Record<string, Manifest>;
