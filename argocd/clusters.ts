import type { ClusterRow } from '../lib/model/cluster.ts';
import type { OperatorName } from './operators.ts';

/** WHERE A CLUSTER IS DEFINED: a row each. The first one runs Argo CD. */
export const clusters = [
  {
    // k3s on Google Compute Engine: a small control VM, and workers, which grow with what autoscalers ask for.
    name: 'gcp',
    argocdName: 'in-cluster',
    kubernetes: '1.36',
    nodes: [
      { name: 'control', count: 1, cpu: '1900m', memory: '3Gi', ephemeralStorage: '20Gi' },
      { name: 'worker', count: 7, max: 18, cpu: '3900m', memory: '14Gi', ephemeralStorage: '80Gi' },
    ],
    apiServer: { cidrs: ['10.138.0.0/20'], port: 6443 },
    kubelets: { cidrs: ['10.138.0.0/20'], port: 10250 },
    // The subnet of the nodes, and the bridge addresses that flannel gives each of the nineteen that there may be.
    nodePortSources: ['10.138.0.0/20', ...Array.from({ length: 19 }, (_, node) => `10.42.${node}.0/31` as const)],
    dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
    ingress: {
      className: 'traefik',
      namespace: 'kube-system',
      labels: { 'app.kubernetes.io/name': 'traefik' },
      annotations: { 'traefik.ingress.kubernetes.io/router.entrypoints': 'websecure' }, // HTTPS alone
    },
    identityProvider: 'projects/000000000000/locations/global/workloadIdentityPools/clusters/providers/gcp',
    metricLabels: { cluster: 'gcp-mlops-platform' },
    operators: ['cert-manager', 'external-secrets'],
  },
  {
    // k3d on a workstation under WSL 2: four cores, 8.5 GB.
    name: 'edge',
    argocdName: 'edge',
    kubernetes: '1.33',
    nodes: [{ name: 'edge', count: 1, cpu: '3800m', memory: '7680Mi', ephemeralStorage: '60Gi' }],
    apiServerPort: 6550,
    apiServer: { cidrs: ['172.16.0.0/12'], port: 6443 },
    kubelets: { cidrs: ['172.16.0.0/12'], port: 10250 },
    // The container network that k3d's nodes share, and their bridge addresses.
    nodePortSources: ['172.16.0.0/12', '10.42.0.0/31', '10.42.1.0/31'],
    // k3d publishes each port when the cluster is created, so two more models have theirs already. A line for prod
    // and dev, and one for staging.
    publishedNodePorts: [
      30500, 30808, 30809, 30810, 30811, 30812, 30850, 30900, 31500, 31808, 31809, 31810, 31811, 31812, 31850, 31900,
      31000, 31308, 31309, 31310, 31311, 31312, 31350, 31400,
    ],
    dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
    identityProvider: 'projects/000000000000/locations/global/workloadIdentityPools/clusters/providers/edge',
    metricLabels: { cluster: 'k3d-on-premises', environment: 'edge', location: 'windows-workstation' },
    operators: ['external-secrets'],
  },
] as const satisfies readonly (ClusterRow & { readonly operators: readonly OperatorName[] })[];

/** Name of a cluster. */
export type ClusterName = (typeof clusters)[number]['name'];
