import type { HelmChart } from '../../lib/model/helm-chart.ts';
import { resources } from '../../lib/model/chart-resources.ts';
import type { Resources } from '../../lib/model/chart-resources.ts';

/** The values that are set here; the rest stays as the chart has it. */
type Values = {
  readonly priorityClassName: 'system-cluster-critical';
  readonly resources: Resources;
  readonly updateStrategy: { readonly rollingUpdate: { readonly maxUnavailable: number } };
};

const server = resources(['100m', '500m'], ['200Mi', '400Mi']);

const values: Values = {
  priorityClassName: 'system-cluster-critical', // without it no autoscaler decides anything
  resources: server,
  updateStrategy: { rollingUpdate: { maxUnavailable: 0 } },
};

/**
 * What pods and nodes use at the moment, for autoscalers and `kubectl top`. For clusters that do not bring it, as EKS;
 * k3s does. https://github.com/kubernetes-sigs/metrics-server/tree/master/charts/metrics-server
 */
export const metricsServer: HelmChart<never> = {
  repository: 'https://kubernetes-sigs.github.io/metrics-server/',
  chart: 'metrics-server',
  version: '3.13.1', // metrics-server 0.8.1
  namespace: 'metrics-server',
  alsoWritesTo: ['kube-system'], // who may read how the API server authenticates is bound there
  values,
  kinds: {
    cluster: [
      'apiregistration.k8s.io/APIService',
      'rbac.authorization.k8s.io/ClusterRole',
      'rbac.authorization.k8s.io/ClusterRoleBinding',
    ],
    namespaced: ['/Service', '/ServiceAccount', 'apps/Deployment', 'rbac.authorization.k8s.io/RoleBinding'],
  },
  programs: [
    {
      workload: 'Deployment',
      name: 'metrics-server',
      labels: { 'app.kubernetes.io/name': 'metrics-server' },
      containers: { 'metrics-server': server },
      answers: [{ port: 10250, from: ['kubernetes-api'] }],
      calls: ['kubernetes-api', 'kubelets'],
    },
  ],
};
