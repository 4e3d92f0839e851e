import type { HelmChart } from '../../lib/model/helm-chart.ts';
import type { ChartProgram } from '../../lib/model/chart-programs.ts';
import { resources } from '../../lib/model/chart-resources.ts';
import type { Resources } from '../../lib/model/chart-resources.ts';

/** The values that are set here; the rest stays as the chart has it. */
type Values = {
  readonly resources: Resources;
  readonly gfd: { readonly enabled: boolean };
  readonly nfd: {
    readonly postDeleteCleanup: boolean;
    readonly master: { readonly resources: Resources };
    readonly gc: { readonly resources: Resources };
    readonly worker: {
      readonly resources: Resources;
      readonly tolerations: readonly { readonly key: string; readonly operator: 'Exists' }[];
    };
  };
};

const plugin = resources(['20m', '200m'], ['64Mi', '256Mi']);
const discovery = resources(['20m', '200m'], ['64Mi', '256Mi']);

const values: Values = {
  resources: plugin,
  gfd: { enabled: true }, // without it no node has the label that says its model
  nfd: {
    postDeleteCleanup: false, // labels go with their nodes
    master: { resources: discovery },
    gc: { resources: discovery },
    worker: { resources: discovery, tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }] },
  },
};

/** What is on the nodes. The chart gives three of its four DaemonSets the same labels. */
function onNodes(
  suffix: string,
  containers: ChartProgram['containers'],
  init?: ChartProgram['containers'],
): ChartProgram {
  return {
    workload: 'DaemonSet',
    name: `nvidia-device-plugin${suffix}`,
    labels: { 'app.kubernetes.io/name': 'nvidia-device-plugin' },
    containers,
    ...(init && { initContainers: init }),
    calls: ['kubernetes-api'],
  };
}

function discoveryProgram(role: string, workload: ChartProgram['workload']): ChartProgram {
  return {
    workload,
    name: `nvidia-device-plugin-node-feature-discovery-${role}`,
    labels: { 'app.kubernetes.io/name': 'node-feature-discovery', role },
    containers: { [role]: discovery },
    calls: ['kubernetes-api'],
  };
}

/** Lets pods ask for NVIDIA's GPUs, and gives nodes labels that say which they have. https://github.com/NVIDIA/k8s-device-plugin */
export const nvidiaDevicePlugin: HelmChart<never> = {
  repository: 'https://nvidia.github.io/k8s-device-plugin',
  chart: 'nvidia-device-plugin',
  version: '0.20.0',
  namespace: 'nvidia-device-plugin',
  values,
  kinds: {
    cluster: [
      'apiextensions.k8s.io/CustomResourceDefinition',
      'rbac.authorization.k8s.io/ClusterRole',
      'rbac.authorization.k8s.io/ClusterRoleBinding',
    ],
    namespaced: [
      '/ConfigMap',
      '/ServiceAccount',
      'apps/DaemonSet',
      'apps/Deployment',
      'rbac.authorization.k8s.io/Role',
      'rbac.authorization.k8s.io/RoleBinding',
    ],
  },
  podSecurity: {
    level: 'privileged',
    why: 'It registers devices with the kubelet through a socket of the node, and reads what hardware the node has.',
  },
  programs: [
    onNodes('', { 'nvidia-device-plugin-ctr': plugin }),
    onNodes('-gpu-feature-discovery', { 'gpu-feature-discovery-ctr': plugin }),
    onNodes('-mps-control-daemon', { 'mps-control-daemon-ctr': plugin }, { 'mps-control-daemon-mounts': plugin }),
    discoveryProgram('worker', 'DaemonSet'),
    discoveryProgram('master', 'Deployment'),
    discoveryProgram('gc', 'Deployment'),
  ],
};
