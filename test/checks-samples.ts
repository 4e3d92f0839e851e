import type { Manifest } from '../lib/synth/manifest.ts';

// Objects that break no rule, for tests to break one thing of.

const labels = { 'app.kubernetes.io/name': 'api' };

/** A pod template of the house: what `lib/constructs/pod.ts` makes. */
export const podTemplate = {
  metadata: { labels },
  spec: {
    serviceAccountName: 'api',
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    priorityClassName: 'serving',
    securityContext: {
      runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' },
    },
    initContainers: [{
      name: 'wait',
      image: 'registry.example/wait:1.4.2',
      command: ['wait'],
      resources: {
        requests: { 'cpu': '10m', 'memory': '16Mi', 'ephemeral-storage': '16Mi' },
        limits: { 'memory': '16Mi', 'ephemeral-storage': '16Mi' },
      },
      securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    }],
    containers: [{
      name: 'api',
      image: 'registry.example/api:1.4.2',
      ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
      env: [
        { name: 'LEVEL', value: 'info' },
        { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'api', key: 'password' } } },
      ],
      resources: {
        requests: { 'cpu': '100m', 'memory': '256Mi', 'ephemeral-storage': '64Mi' },
        limits: { 'cpu': 1, 'memory': '512Mi', 'ephemeral-storage': '64Mi' },
      },
      livenessProbe: { httpGet: { path: '/health', port: 'http' }, periodSeconds: 10 },
      readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 5 },
      securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
      volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }, { name: 'files', mountPath: '/etc/api', readOnly: true }],
    }],
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }, { name: 'files', configMap: { name: 'api-files' } }],
  },
};

/** One object of each kind that the platform delivers, in namespace `shop`. */
export const samples = {
  Deployment: object('apps/v1', 'Deployment', {
    replicas: 2,
    selector: { matchLabels: labels },
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '0%' } },
    template: podTemplate,
  }),
  StatefulSet: object('apps/v1', 'StatefulSet', {
    serviceName: 'api-pods',
    selector: { matchLabels: labels },
    template: podTemplate,
    volumeClaimTemplates: [{
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' } },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    }],
  }),
  CronJob: object('batch/v1', 'CronJob', {
    schedule: '0 3 * * *',
    concurrencyPolicy: 'Forbid',
    jobTemplate: { spec: { template: { ...podTemplate, spec: { ...podTemplate.spec, restartPolicy: 'Never' } } } },
  }),
  Service: object('v1', 'Service', {
    type: 'ClusterIP',
    selector: labels,
    ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }],
  }),
  ConfigMap: { ...object('v1', 'ConfigMap'), data: { 'a.yaml': 'a: 1\n' } },
  ServiceAccount: { ...object('v1', 'ServiceAccount'), automountServiceAccountToken: false },
  PersistentVolumeClaim: object('v1', 'PersistentVolumeClaim', {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
  }, { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' }),
  HorizontalPodAutoscaler: object('autoscaling/v2', 'HorizontalPodAutoscaler', {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' },
    minReplicas: 1,
    maxReplicas: 3,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
  }),
  PodDisruptionBudget: object('policy/v1', 'PodDisruptionBudget', { maxUnavailable: 1, selector: { matchLabels: labels } }),
  NetworkPolicy: object('networking.k8s.io/v1', 'NetworkPolicy', {
    podSelector: { matchLabels: labels },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [{ port: 8080, protocol: 'TCP' }] }],
  }),
  Ingress: object('networking.k8s.io/v1', 'Ingress', {
    ingressClassName: 'traefik',
    rules: [{
      host: 'api.example.com',
      http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'api', port: { name: 'http' } } } }] },
    }],
    tls: [{ hosts: ['api.example.com'], secretName: 'api-tls' }],
  }),
  ExternalSecret: object('external-secrets.io/v1', 'ExternalSecret', {
    refreshInterval: '1h0m0s',
    secretStoreRef: { kind: 'SecretStore', name: 'secret-manager' },
    target: { name: 'api', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
    data: [{ secretKey: 'password', remoteRef: { key: 'prod-api-password' } }],
  }),
  SecretStore: object('external-secrets.io/v1', 'SecretStore', {
    provider: {
      gcpsm: {
        projectID: 'example',
        secretVersionSelectionPolicy: 'LatestOrFail',
        auth: { workloadIdentityFederation: { audience: '//x', serviceAccountRef: { name: 'reader', audiences: ['//x'] } } },
      },
    },
  }),
  PrometheusRule: object('monitoring.coreos.com/v1', 'PrometheusRule', {
    groups: [{ name: 'api', rules: [{ alert: 'Down', expr: 'up == 0', for: '5m', labels: { severity: 'critical' } }] }],
  }),
  Application: object('argoproj.io/v1alpha1', 'Application', {
    project: 'apps',
    source: {
      repoURL: 'https://git.example/x.git',
      targetRevision: 'refs/heads/main',
      path: 'dist/overlays/prod/api',
      helm: { valuesObject: { any: { thing: null } } },
    },
    destination: { name: 'in-cluster', namespace: 'shop' },
    syncPolicy: { automated: { prune: true, selfHeal: true }, syncOptions: ['ServerSideApply=true'] },
  }),
  AppProject: object('argoproj.io/v1alpha1', 'AppProject', {
    description: 'Where the shop runs.',
    sourceRepos: ['https://git.example/x.git'],
    destinations: [{ name: 'in-cluster', namespace: 'shop' }],
    clusterResourceWhitelist: [],
    syncWindows: [{ kind: 'deny', schedule: '0 18 * * 5', duration: '62h', applications: ['*'], description: 'weekend' }],
  }),
} as const satisfies Record<string, Manifest>;

/** Samples without a namespace: there is one of each in a cluster. */
export const clusterSamples = {
  Namespace: {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop', annotations: { 'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm' } },
  },
  PriorityClass: { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'serving' }, value: 500, description: 'Answers.' },
  ClusterRole: {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'shop-api' },
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }, { nonResourceURLs: ['/metrics'], verbs: ['get'] }],
  },
  ClusterIssuer: {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name: 'staging' },
    spec: {
      acme: {
        server: 'https://acme.example/directory',
        email: 'platform@example.com',
        privateKeySecretRef: { name: 'acme-staging' },
        solvers: [{ http01: { ingress: { ingressClassName: 'traefik', serviceType: 'ClusterIP' } } }],
      },
    },
  },
} as const satisfies Record<string, Manifest>;

/** Every sample. */
export const allSamples: readonly Manifest[] = [...Object.values(samples), ...Object.values(clusterSamples)];

/** A copy of an object in which an edit has changed something. */
export function edited<M extends Manifest>(manifest: M, edit: (copy: Loose) => void): Manifest {
  const copy = fresh(manifest) as unknown as Loose;
  edit(copy);
  return copy as unknown as Manifest;
}

/** A copy in which no two places share an object, so that an edit of one leaves the others alone. */
export function fresh<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** Data of which tests may write any part. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;

function object(apiVersion: string, kind: string, spec?: object, annotations?: Record<string, string>) {
  return {
    apiVersion,
    kind,
    metadata: { name: 'api', namespace: 'shop', labels, ...(annotations && { annotations }) },
    ...(spec && { spec }),
  } as Manifest;
}
