import { createHash } from 'node:crypto';
import { guarded } from '../../lib/model/sync.ts';
import type { HelmChart } from '../../lib/model/helm-chart.ts';
import { processSettings } from '../../lib/argocd/settings.ts';
import { argoCdAlerts, argoCdMetrics } from '../../lib/operators/argo-cd.ts';
import { resources } from '../../lib/model/chart-resources.ts';
import type { Resources } from '../../lib/model/chart-resources.ts';

/** The values that are set here; the rest stays as the chart has it. */
type Values = {
  readonly global: {
    readonly priorityClassName: 'system-cluster-critical';
    readonly networkPolicy: { readonly create: boolean };
    readonly podAnnotations: Readonly<Record<string, string>>;
  };
  readonly crds: { readonly keep: boolean; readonly annotations: Readonly<Record<string, string>> };
  readonly configs: Record<'cm' | 'params' | 'rbac', { readonly create: boolean }>;
  readonly controller: ProgramValues;
  readonly repoServer: ProgramValues;
  readonly server: ProgramValues;
  readonly redis: ProgramValues;
  readonly redisSecretInit: ProgramValues;
  readonly applicationSet: { readonly replicas: number };
  readonly dex: { readonly enabled: boolean };
  readonly notifications: { readonly enabled: boolean };
};

type ProgramValues = {
  readonly resources: Resources;
  readonly env?: readonly { readonly name: string; readonly value: string }[];
};

const controller = resources(['100m', '1'], ['256Mi', '512Mi']);
const repoServer = resources(['50m', '1'], ['128Mi', '384Mi'], '1Gi');
const server = resources(['20m', '500m'], ['64Mi', '192Mi']);
const redis = resources(['10m', '200m'], ['32Mi', '64Mi']);
const redisSecretInit = resources(['10m', '200m'], ['32Mi', '128Mi']);

// All of it together asks for half a gigabyte, so that it fits beside k3s on the smallest machine.
const values: Values = {
  global: {
    // The priorities of the platform do not exist yet when Argo CD is installed.
    priorityClassName: 'system-cluster-critical',
    networkPolicy: { create: false }, // what its programs say below is all that they may
    // Its programs read these settings when they start, so a change of them must start new pods.
    podAnnotations: { 'plainsail.dev/settings': hashOf(processSettings) },
  },
  crds: { keep: true, annotations: guarded('keepDefinition') },
  configs: { cm: { create: false }, params: { create: false }, rbac: { create: false } }, // `dist/argocd/settings`
  controller: { resources: controller, env: [memoryTarget('430MiB')] },
  repoServer: { resources: repoServer, env: [memoryTarget('320MiB')] },
  server: { resources: server },
  redis: { resources: redis },
  redisSecretInit: { resources: redisSecretInit },
  applicationSet: { replicas: 0 }, // every Application is in git
  dex: { enabled: false }, // no single sign-on
  notifications: { enabled: false }, // alerts come from Prometheus
};

/** Argo CD itself. A person installs it once with these values; from then on it keeps itself as git has it. */
export const argoCd: HelmChart<keyof typeof argoCdAlerts> = {
  repository: 'https://argoproj.github.io/argo-helm',
  chart: 'argo-cd',
  version: '10.9.6', // Argo CD 3.5.3
  namespace: 'argocd',
  values,
  kinds: {
    cluster: [
      'apiextensions.k8s.io/CustomResourceDefinition',
      'rbac.authorization.k8s.io/ClusterRole',
      'rbac.authorization.k8s.io/ClusterRoleBinding',
    ],
    namespaced: [
      '/ConfigMap',
      '/Secret',
      '/Service',
      '/ServiceAccount',
      'apps/Deployment',
      'apps/StatefulSet',
      'batch/Job',
      'networking.k8s.io/NetworkPolicy',
      'rbac.authorization.k8s.io/Role',
      'rbac.authorization.k8s.io/RoleBinding',
    ],
  },
  alerts: argoCdAlerts,
  programs: [
    {
      workload: 'StatefulSet',
      name: 'argocd-application-controller',
      labels: named('argocd-application-controller'),
      containers: { 'application-controller': controller },
      answers: [{ port: 8082, from: ['monitoring'] }],
      emits: argoCdMetrics,
      calls: ['kubernetes-api', 'other-clusters'],
    },
    {
      workload: 'Deployment',
      name: 'argocd-repo-server',
      labels: named('argocd-repo-server'),
      containers: { 'repo-server': repoServer },
      initContainers: { copyutil: repoServer },
      answers: [
        { port: 8081, from: programs('application-controller', 'server') },
        { port: 8084, from: ['monitoring'] },
      ],
      calls: ['repositories'],
    },
    {
      workload: 'Deployment',
      name: 'argocd-server',
      labels: named('argocd-server'),
      containers: { server },
      answers: [{ port: 8083, from: ['monitoring'] }], // people come by port-forward, which is no connection of pods
      calls: ['kubernetes-api', 'other-clusters'],
    },
    {
      workload: 'Deployment',
      name: 'argocd-redis',
      labels: named('argocd-redis'),
      containers: { redis },
      answers: [{ port: 6379, from: programs('application-controller', 'repo-server', 'server') }],
    },
    {
      workload: 'Job',
      name: 'argocd-redis-secret-init',
      labels: named('argocd-redis-secret-init'),
      containers: { 'secret-init': redisSecretInit },
      calls: ['kubernetes-api'],
    },
  ],
};

/** Labels by which its chart knows each program. */
function named(name: string): Record<string, string> {
  return { 'app.kubernetes.io/name': name };
}

/** Go frees memory earlier as it comes near this; without it the limit kills the program first. */
function memoryTarget(value: `${number}MiB`): { name: string; value: string } {
  return { name: 'GOMEMLIMIT', value };
}

function hashOf(settings: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16);
}

function programs(...names: readonly string[]): { program: string }[] {
  return names.map(name => ({ program: `argocd-${name}` }));
}
