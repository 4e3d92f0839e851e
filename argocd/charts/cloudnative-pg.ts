import type { Priority } from '../../lib/model/priority.ts';
import type { HelmChart } from '../../lib/model/helm-chart.ts';
import { resources } from '../../lib/model/chart-resources.ts';
import type { Resources } from '../../lib/model/chart-resources.ts';

/** The values that are set here; the rest stays as the chart has it. */
type Values = {
  readonly priorityClassName: Priority;
  readonly resources: Resources;
};

// It puts a copy of its own program aside for each architecture that instances run on.
const manager = resources(['20m', '500m'], ['96Mi', '256Mi'], '256Mi');

const values: Values = { priorityClassName: 'platform', resources: manager };

const instances = { 'cnpg.io/podRole': 'instance' } as const;

/** Runs PostgreSQL with its copies. The chart itself keeps definitions, with which all databases would go. */
export const cloudNativePg: HelmChart<never> = {
  repository: 'https://cloudnative-pg.github.io/charts',
  chart: 'cloudnative-pg',
  version: '0.29.0', // CloudNativePG 1.30.0
  namespace: 'cnpg-system',
  values,
  kinds: {
    cluster: [
      'admissionregistration.k8s.io/MutatingWebhookConfiguration',
      'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
      'apiextensions.k8s.io/CustomResourceDefinition',
      'rbac.authorization.k8s.io/ClusterRole',
      'rbac.authorization.k8s.io/ClusterRoleBinding',
    ],
    namespaced: ['/ConfigMap', '/Service', '/ServiceAccount', 'apps/Deployment'],
  },
  programs: [
    {
      workload: 'Deployment',
      name: 'cloudnative-pg',
      labels: { 'app.kubernetes.io/name': 'cloudnative-pg' },
      containers: { manager },
      answers: [
        { port: 9443, from: ['kubernetes-api'] },
        { port: 8080, from: ['monitoring'] },
      ],
      calls: ['kubernetes-api', { pods: instances, port: 8000 }, { pods: instances, port: 5432 }],
    },
  ],
};
