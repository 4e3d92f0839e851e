import type { Priority } from '../../../../lib/model/priority.ts';
import type { HelmChart } from '../../../../lib/model/helm-chart.ts';
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

const values: Values = {
  // Its leader's lease would otherwise be the one thing that the platform writes into kube-system.
  global: { priorityClassName: 'platform', leaderElection: { namespace: 'cert-manager' } },
  crds: { enabled: true, keep: true },
  resources: resources('10m', ['64Mi', '256Mi']),
  webhook: { resources: resources('10m', ['32Mi', '128Mi']) },
  cainjector: { resources: resources('10m', ['96Mi', '256Mi']) },
  startupapicheck: { enabled: false }, // Argo CD waits until the Deployments are ready
};

/** Certificates for host names that people use. */
export const certManager: HelmChart = {
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
};
