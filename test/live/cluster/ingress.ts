import type { ClusterPlace } from '../network/plan.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';

/** Image of the controller, in the version that is built here. */
export const ingressImage = 'docker.io/library/traefik:v3.6.0';

/** What a Traefik of the class is told. Both ports are in its container alone; a node has them at its own 80 and 443. */
export const ingressArguments: readonly string[] = [
  '--entrypoints.web.address=:8000',
  '--entrypoints.websecure.address=:8443',
  '--entrypoints.websecure.http.tls=true', // else a rule with `tls` has no port
  '--providers.kubernetesingress=true',
  '--ping=true',
  '--entrypoints.traefik.address=:9000',
  '--global.checknewversion=false',
  '--global.sendanonymoususage=false',
];

/**
 * The class, and the Traefik behind it with the labels by which the policies admit it; nothing where a cluster has none.
 * Its ports are those of the first node: nothing here spreads them over all nodes, as the load balancer of k3s does.
 */
export function ingress({ cluster: { ingress: wanted }, nodes: [first] }: ClusterPlace): Manifest[] {
  if (!wanted) return [];
  const { name: node, address } = first!;
  const { className, namespace, labels } = wanted;
  const name = 'traefik';
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: className },
      spec: { controller: 'traefik.io/ingress-controller' },
    },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } },
    ...rights(name, namespace),
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace, labels },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: name,
            nodeSelector: { 'kubernetes.io/hostname': node },
            containers: [
              {
                name,
                image: ingressImage,
                args: [...ingressArguments, `--providers.kubernetesingress.ingressendpoint.ip=${address}`],
                ports: [
                  { name: 'web', containerPort: 8000, hostPort: 80 },
                  { name: 'websecure', containerPort: 8443, hostPort: 443 },
                ],
                readinessProbe: { httpGet: { path: '/ping', port: 9000 }, periodSeconds: 2 },
              },
            ],
          },
        },
      },
    },
  ];
}

/** What the provider of Ingresses reads, as in Traefik's own chart. */
function rights(name: string, namespace: string): Manifest[] {
  const read = ['get', 'list', 'watch'];
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name },
      rules: [
        { apiGroups: [''], resources: ['services', 'secrets', 'nodes'], verbs: read },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
        { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'], verbs: read },
        { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ];
}
