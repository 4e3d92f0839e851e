import { guarded } from '../../../../lib/model/sync.ts';
import type { Priority } from '../../../../lib/model/priority.ts';
import type { HelmChart } from '../../../../lib/model/helm-chart.ts';
import { externalSecretsAlerts, externalSecretsMetrics } from '../../../../lib/operators/external-secrets.ts';
import { resources } from '../../../../lib/model/chart-resources.ts';
import type { Resources } from '../../../../lib/model/chart-resources.ts';

/** The values that are set here; the rest stays as the chart has it. */
type Values = {
  readonly priorityClassName: Priority;
  readonly resources: Resources;
  readonly crds: { readonly annotations: Readonly<Record<string, string>> };
  readonly webhook: { readonly create: boolean };
  readonly certController: { readonly create: boolean };
  readonly processClusterStore: boolean;
  readonly processClusterExternalSecret: boolean;
  readonly processClusterPushSecret: boolean;
  readonly processPushSecret: boolean;
};

const program = resources(['10m', '500m'], ['64Mi', '192Mi']);

const values: Values = {
  priorityClassName: 'platform',
  resources: program,
  // With a definition all of its objects go, and with them every Secret they made.
  crds: { annotations: guarded('keepDefinition') },
  // The webhook only repeats what the checks here do before a commit. Without it there is no certificate to wait
  // for on the first sync, and two pods fewer on a small cluster.
  webhook: { create: false },
  certController: { create: false },
  // Namespaces fetch their own secrets with their own identity; nothing is fetched for all, and nothing is sent back.
  processClusterStore: false,
  processClusterExternalSecret: false,
  processClusterPushSecret: false,
  processPushSecret: false,
};

/** Fetches secrets from Google Secret Manager. */
export const externalSecrets: HelmChart<keyof typeof externalSecretsAlerts> = {
  repository: 'https://charts.external-secrets.io',
  chart: 'external-secrets',
  version: '2.10.0',
  namespace: 'external-secrets',
  values,
  kinds: {
    cluster: [
      'apiextensions.k8s.io/CustomResourceDefinition',
      'rbac.authorization.k8s.io/ClusterRole',
      'rbac.authorization.k8s.io/ClusterRoleBinding',
    ],
    namespaced: [
      '/ServiceAccount',
      'apps/Deployment',
      'rbac.authorization.k8s.io/Role',
      'rbac.authorization.k8s.io/RoleBinding',
    ],
  },
  alerts: externalSecretsAlerts,
  programs: [
    {
      workload: 'Deployment',
      name: 'external-secrets',
      labels: { 'app.kubernetes.io/name': 'external-secrets' },
      containers: { 'external-secrets': program },
      answers: [{ port: 8080, from: ['monitoring'] }],
      emits: externalSecretsMetrics,
      calls: ['kubernetes-api', { internet: 'secretmanager.googleapis.com', port: 443 }],
    },
  ],
};
