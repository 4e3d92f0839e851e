import type { Cluster } from './cluster.ts';

/** Where the base imagines every component to run. Nothing is delivered from the base, so it has no nodes. */
export const baseCluster: Cluster = {
  name: 'base',
  argocdName: 'base',
  kubernetes: '1.33',
  nodes: [],
  tailnetHost: 'base.tailnet.invalid',
  apiServerUrl: 'https://base.tailnet.invalid:6443',
  apiServer: { cidrs: [], port: 6443 },
  kubelets: { cidrs: [], port: 10250 },
  tailnetCidr: '100.64.0.0/10',
  nodePortSources: [],
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  ingress: { className: 'traefik', namespace: 'kube-system', labels: {} },
  identityProvider: 'base.invalid',
  metricLabels: { cluster: 'base' },
  operators: [],
};
