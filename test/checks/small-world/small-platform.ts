import { Construct } from 'constructs';
import type { Asked } from '../../../lib/model/ask.ts';
import type { ChartProgram } from '../../../lib/model/chart-programs.ts';
import type { Contract } from '../../../lib/model/contract.ts';
import type { Emitter } from '../../../lib/model/metric.ts';
import type { Components } from '../../../lib/model/component.ts';
import { endpointsOf } from '../../../lib/model/endpoint.ts';
import type { Offer } from '../../../lib/model/offer.ts';
import type { Service } from '../../../lib/model/service.ts';
import type { Cluster } from '../../../lib/model/cluster.ts';
import type { Environment } from '../../../lib/model/environment.ts';
import { isService } from '../../../lib/model/flow.ts';
import type { Flow } from '../../../lib/model/flow.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import { Surroundings } from '../../../lib/model/surroundings.ts';

// A shop with a database on cluster 'home', which asks a model on cluster 'far'.

export const home: Cluster = {
  name: 'home',
  argocdName: 'in-cluster',
  kubernetes: '1.34',
  nodes: [
    { name: 'plain', count: 2, cpu: '8', memory: '32Gi', ephemeralStorage: '100Gi', volumeDisk: '1Ti' },
    {
      name: 'large',
      count: 1,
      cpu: '16',
      memory: '64Gi',
      ephemeralStorage: '200Gi',
      volumeDisk: '1Ti',
      labels: { size: 'large' },
      taints: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }],
      gpus: { count: 2 },
    },
  ],
  tailnetHost: 'home.example.ts.net',
  apiServerUrl: 'https://home.example.ts.net:6443',
  apiServer: { cidrs: ['10.9.0.0/24'], port: 6443 },
  kubelets: { cidrs: ['10.9.0.0/24'], port: 10250 },
  tailnetCidr: '100.64.0.0/10',
  nodePortSources: ['10.9.0.0/24'],
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, addresses: ['169.254.20.10/32'] },
  ingress: { className: 'traefik', namespace: 'kube-system', labels: { 'app.kubernetes.io/name': 'traefik' } },
  identityProvider: 'home',
  metricLabels: { cluster: 'home' },
  operators: ['cert-manager', 'external-secrets'],
};

export const far: Cluster = {
  ...home,
  name: 'far',
  argocdName: 'far',
  tailnetHost: 'far.example.ts.net',
  nodePortSources: ['172.16.0.0/12'],
  publishedNodePorts: [30900],
  ingress: undefined,
};

export const prod: Environment = {
  name: 'prod',
  placement: { default: 'home', model: 'far' },
  settings: {},
};

const api = (offer: Partial<Offer> = {}): Service => ({
  construct: Construct as never,
  image: 'x/api:1.2.3',
  offers: { api: { port: 8080, ...offer } },
});

const promises: readonly Contract[] = [
  { listens: 'api', told: { arguments: /^--port=(\d+)$/ } },
  { calls: 'data/api', told: { arguments: /^--data=http:\/\/(.+)$/ } },
];

const emits: Emitter = { name: 'Api', version: '1.4', metrics: {} };

// It renders nothing by itself: tests lay down what it is told.
const prometheus: Service = {
  construct: Construct as never,
  image: 'x/prometheus:1.2.3',
  contracts: [
    { files: 'config', hold: 'prometheus-config' },
    { files: 'rules', hold: 'prometheus-rules' },
    { files: 'dashboards', hold: 'grafana-dashboards' },
  ],
};

const components: Components = {
  shop: { services: { api: { ...api({ nodePort: 30800 }), contracts: promises }, prometheus } },
  data: { services: { api: api() } },
  model: { services: { api: { ...api({ nodePort: 30900 }), emits } } },
};

const argoCdServer: ChartProgram = {
  workload: 'Deployment',
  name: 'argocd-server',
  labels: { 'app.kubernetes.io/name': 'argocd-server' },
  containers: {},
  answers: [{ port: 8083, from: ['monitoring'] }],
};

/** The input of the small world. */
export const platform = {
  site: { repository: 'https://git.example/x.git', revision: 'refs/heads/main', exposed: ['shop/api'] },
  clusters: [home, far],
  environments: [prod],
  components,
  endpoints: endpointsOf(components),
  operators: {},
  argoCd: { chart: 'argo-cd', namespace: 'argocd', programs: [argoCdServer] },
  definitions: [],
  kinds: [],
} as unknown as Platform;

/** Every sort of flow. */
export const flows: readonly Flow[] = [
  { from: 'tailnet', to: { endpoint: 'shop/api' } },
  { from: 'ingress', to: { endpoint: 'shop/api' } },
  { from: { component: 'shop', service: 'api' }, to: { endpoint: 'data/api' } },
  { from: { component: 'shop', service: 'api' }, to: { endpoint: 'model/api' } },
  { from: { component: 'data', service: 'api' }, to: { internet: 'api.example.com', port: 443 } },
  { from: { component: 'data', service: 'api' }, to: 'kubernetes-api' },
  { from: { component: 'data', service: 'api' }, to: 'kubelets' },
  { from: { component: 'data', service: 'api' }, to: { tool: 'argocd', program: 'argocd-server' } },
];

/** Environment prod. */
export const surroundings = new Surroundings(platform, prod);

/** What the services of the small world ask for, of which the flows are made. */
export const asked: readonly Asked[] = flows.map(flow => ({
  kind: 'flow',
  by: isService(flow.from) ? flow.from : { component: 'shop', service: 'api' },
  what: flow,
}));
