import { createHash } from 'node:crypto';
import { guarded } from '../../lib/model/sync.ts';
import type { HelmChart } from '../../lib/model/helm-chart.ts';
import { processSettings } from '../../lib/argocd/settings.ts';
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
  readonly applicationSet: { readonly replicas: number };
  readonly dex: { readonly enabled: boolean };
  readonly notifications: { readonly enabled: boolean };
};

type ProgramValues = {
  readonly resources: Resources;
  readonly env?: readonly { readonly name: string; readonly value: string }[];
};

// All of it together asks for half a gigabyte, so that it fits beside k3s on the smallest machine.
const values: Values = {
  global: {
    // The priorities of the platform do not exist yet when Argo CD is installed.
    priorityClassName: 'system-cluster-critical',
    networkPolicy: { create: true },
    // Its programs read these settings when they start, so a change of them must start new pods.
    podAnnotations: { 'plainsail.dev/settings': hashOf(processSettings) },
  },
  crds: { keep: true, annotations: guarded('keepDefinition') },
  configs: { cm: { create: false }, params: { create: false }, rbac: { create: false } }, // `dist/argocd/settings`
  controller: { resources: resources('100m', ['256Mi', '512Mi']), env: [memoryTarget('430MiB')] },
  repoServer: { resources: resources('50m', ['128Mi', '384Mi'], '1Gi'), env: [memoryTarget('320MiB')] },
  server: { resources: resources('20m', ['64Mi', '192Mi']) },
  redis: { resources: resources('10m', ['32Mi', '64Mi']) },
  applicationSet: { replicas: 0 }, // every Application is in git
  dex: { enabled: false }, // no single sign-on
  notifications: { enabled: false }, // alerts come from Prometheus
};

/** Argo CD itself. A person installs it once with these values; from then on it keeps itself as git has it. */
export const argoCd: HelmChart = {
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
};

/** Go frees memory earlier as it comes near this; without it the limit kills the program first. */
function memoryTarget(value: `${number}MiB`): { name: string; value: string } {
  return { name: 'GOMEMLIMIT', value };
}

function hashOf(settings: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16);
}
