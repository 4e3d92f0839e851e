import type { HelmChart } from '../../../../lib/model/helm-chart.ts';
import { resources } from '../../../../lib/model/chart-resources.ts';
import type { Resources } from '../../../../lib/model/chart-resources.ts';
import { gpuAlerts, gpuMetrics } from '../../../../lib/operators/dcgm-exporter.ts';
import { gpuDashboard } from '../../../../lib/operators/gpu-dashboard.ts';

/** The values that are set here; the rest stays as the chart has it. */
type Values = {
  readonly resources: Resources;
  readonly serviceMonitor: { readonly enabled: boolean };
  readonly nodeSelector: Readonly<Record<string, string>>;
  readonly tolerations: readonly { readonly key: string; readonly operator: 'Exists' }[];
};

const exporter = resources(['100m', '200m'], ['128Mi', '512Mi']);

const values: Values = {
  resources: exporter,
  serviceMonitor: { enabled: false }, // Prometheus finds its pods by their labels
  nodeSelector: { 'nvidia.com/gpu.present': 'true' }, // on any other node it would never start
  tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }],
};

/** What NVIDIA's GPUs do, in series. https://docs.nvidia.com/datacenter/dcgm/latest/gpu-telemetry/dcgm-exporter.html */
export const dcgmExporter: HelmChart<keyof typeof gpuAlerts> = {
  repository: 'https://nvidia.github.io/dcgm-exporter/helm-charts',
  chart: 'dcgm-exporter',
  version: '4.8.2',
  namespace: 'dcgm-exporter',
  values,
  kinds: {
    cluster: [],
    namespaced: [
      '/ConfigMap',
      '/Service',
      '/ServiceAccount',
      'apps/DaemonSet',
      'rbac.authorization.k8s.io/Role',
      'rbac.authorization.k8s.io/RoleBinding',
    ],
  },
  podSecurity: {
    level: 'privileged',
    why: 'It asks the kubelet, through a socket of the node, which pod has which GPU, and reads counters as root.',
  },
  alerts: gpuAlerts,
  dashboard: gpuDashboard,
  programs: [
    {
      workload: 'DaemonSet',
      name: 'dcgm-exporter',
      labels: { 'app.kubernetes.io/name': 'dcgm-exporter' },
      containers: { exporter },
      answers: [{ port: 9400, from: ['monitoring'] }],
      emits: gpuMetrics,
    },
  ],
};
