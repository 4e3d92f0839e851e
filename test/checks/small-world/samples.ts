import type { Manifest } from '../../../lib/model/manifest.ts';
import { clusterSamples } from './cluster-samples.ts';
import { customSamples } from './custom-samples.ts';
import { operatorSamples } from './operator-samples.ts';
import { labels, podTemplate } from './pod-sample.ts';
import { object } from './sample-object.ts';

export { clusterSamples };

/** One object of each kind that the platform delivers. They break no rule; tests break one thing of a copy. */
export const samples = {
  ...customSamples,
  ...operatorSamples,
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
    volumeClaimTemplates: [
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data', annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' } },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    ],
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
  PersistentVolumeClaim: object(
    'v1',
    'PersistentVolumeClaim',
    {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    },
    { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' },
  ),
  HorizontalPodAutoscaler: object('autoscaling/v2', 'HorizontalPodAutoscaler', {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' },
    minReplicas: 1,
    maxReplicas: 3,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
  }),
  PodDisruptionBudget: object('policy/v1', 'PodDisruptionBudget', {
    maxUnavailable: 1,
    selector: { matchLabels: labels },
  }),
  NetworkPolicy: object('networking.k8s.io/v1', 'NetworkPolicy', {
    podSelector: { matchLabels: labels },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      {
        from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }],
        ports: [{ port: 8080, protocol: 'TCP' }],
      },
    ],
  }),
  Ingress: object(
    'networking.k8s.io/v1',
    'Ingress',
    {
      ingressClassName: 'traefik',
      rules: [
        {
          host: 'api.example.com',
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'api', port: { name: 'http' } } } }],
          },
        },
      ],
      tls: [{ hosts: ['api.example.com'], secretName: 'api-tls' }],
    },
    { 'cert-manager.io/cluster-issuer': 'production' },
  ),
} as const satisfies Record<string, Manifest>;

/** Every sample. */
export const allSamples: readonly Manifest[] = [...Object.values(samples), ...Object.values(clusterSamples)];
