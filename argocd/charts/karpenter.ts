import type { Cluster } from '../../lib/model/cluster.ts';
import type { HelmChart } from '../../lib/model/helm-chart.ts';
import { resources } from '../../lib/model/chart-resources.ts';
import type { Resources } from '../../lib/model/chart-resources.ts';

/** The values that are set here; the rest stays as the chart has it. */
type Values = {
  readonly settings: { readonly clusterName: string; readonly interruptionQueue: string };
  readonly serviceAccount: { readonly annotations: Readonly<Record<string, string>> };
  readonly controller: { readonly resources: Resources };
};

const controller = resources(['250m', '1'], ['512Mi', '1Gi']);

function valuesOn({ karpenter }: Cluster): Values {
  return {
    settings: {
      clusterName: karpenter?.clusterName ?? '',
      interruptionQueue: karpenter?.interruptionQueue ?? '',
    },
    serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': karpenter?.controllerRole ?? '' } },
    controller: { resources: controller },
  };
}

/** Adds nodes of AWS when pods find no room, and takes them away. https://karpenter.sh/docs/ */
export const karpenter: HelmChart<never> = {
  repository: 'oci://public.ecr.aws/karpenter',
  chart: 'karpenter',
  version: '1.14.1',
  namespace: 'karpenter',
  alsoWritesTo: ['kube-system'], // the role that finds the cluster's DNS lies there
  values: valuesOn,
  kinds: {
    cluster: [
      'apiextensions.k8s.io/CustomResourceDefinition',
      'rbac.authorization.k8s.io/ClusterRole',
      'rbac.authorization.k8s.io/ClusterRoleBinding',
    ],
    namespaced: [
      '/Service',
      '/ServiceAccount',
      'apps/Deployment',
      'policy/PodDisruptionBudget',
      'rbac.authorization.k8s.io/Role',
      'rbac.authorization.k8s.io/RoleBinding',
    ],
  },
  programs: [
    {
      workload: 'Deployment',
      name: 'karpenter',
      replicas: 2,
      labels: { 'app.kubernetes.io/name': 'karpenter' },
      containers: { controller },
      calls: ['kubernetes-api', { internet: 'the APIs of AWS: EC2, EKS, IAM, SQS, SSM, STS, prices', port: 443 }],
    },
  ],
};
