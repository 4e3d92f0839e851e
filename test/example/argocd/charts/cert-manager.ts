import type { Priority } from '../../../../lib/model/priority.ts';
import type { HelmChart } from '../../../../lib/model/helm-chart.ts';
import { certManagerAlerts, certManagerMetrics } from '../../../../lib/operators/cert-manager.ts';
import { resources } from '../../../../lib/model/chart-resources.ts';
import type { Resources } from '../../../../lib/model/chart-resources.ts';

/** The values that are set here; the rest stays as the chart has it. */
type Values = {
  readonly global: { readonly priorityClassName: Priority; readonly leaderElection: { readonly namespace: string } };
  readonly crds: { readonly enabled: boolean; readonly keep: boolean };
  readonly resources: Resources;
  readonly webhook: { readonly resources: Resources };
  readonly cainjector: { readonly resources: Resources };
  readonly startupapicheck: { readonly enabled: boolean };
};

const controller = resources(['10m', '500m'], ['64Mi', '256Mi']);
const webhook = resources(['10m', '200m'], ['32Mi', '128Mi']);
const cainjector = resources(['10m', '500m'], ['96Mi', '256Mi']);

const values: Values = {
  // Its leader's lease would otherwise be the one thing that the platform writes into kube-system.
  global: { priorityClassName: 'platform', leaderElection: { namespace: 'cert-manager' } },
  crds: { enabled: true, keep: true },
  resources: controller,
  webhook: { resources: webhook },
  cainjector: { resources: cainjector },
  startupapicheck: { enabled: false }, // Argo CD waits until the Deployments are ready
};

/** Certificates for host names that people use. */
export const certManager: HelmChart<keyof typeof certManagerAlerts> = {
  repository: 'https://charts.jetstack.io',
  chart: 'cert-manager',
  version: 'v1.21.2',
  namespace: 'cert-manager',
  values,
  kinds: {
    cluster: [
      'admissionregistration.k8s.io/MutatingWebhookConfiguration',
      'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
      'apiextensions.k8s.io/CustomResourceDefinition',
      'rbac.authorization.k8s.io/ClusterRole',
      'rbac.authorization.k8s.io/ClusterRoleBinding',
    ],
    namespaced: [
      '/Service',
      '/ServiceAccount',
      'apps/Deployment',
      'rbac.authorization.k8s.io/Role',
      'rbac.authorization.k8s.io/RoleBinding',
    ],
  },
  alerts: certManagerAlerts,
  programs: [
    {
      workload: 'Deployment',
      name: 'cert-manager',
      labels: labels('controller'),
      containers: { 'cert-manager-controller': controller },
      answers: [{ port: 9402, from: ['monitoring'] }],
      emits: certManagerMetrics,
      calls: [
        'kubernetes-api',
        { internet: 'acme-v02.api.letsencrypt.org', port: 443 },
        // Before it asks for a challenge, it looks itself whether the answer can be read.
        { internet: 'the hosts of Ingresses', port: 80 },
        'ingress',
      ],
    },
    {
      workload: 'Deployment',
      name: 'cert-manager-webhook',
      labels: labels('webhook'),
      containers: { 'cert-manager-webhook': webhook },
      answers: [
        { port: 10250, from: ['kubernetes-api'] },
        { port: 9402, from: ['monitoring'] },
      ],
      calls: ['kubernetes-api'],
    },
    {
      workload: 'Deployment',
      name: 'cert-manager-cainjector',
      labels: labels('cainjector'),
      containers: { 'cert-manager-cainjector': cainjector },
      answers: [{ port: 9402, from: ['monitoring'] }],
      calls: ['kubernetes-api'],
    },
  ],
};

function labels(component: string): Record<string, string> {
  return { 'app.kubernetes.io/instance': 'cert-manager', 'app.kubernetes.io/component': component };
}
