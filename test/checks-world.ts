import { findings } from '../lib/checks/check.ts';
import type { Finding } from '../lib/checks/check.ts';
import { namespacePolicies } from '../lib/clusters/namespace-policies.ts';
import type { Cluster } from '../lib/model/cluster.ts';
import type { Environment } from '../lib/model/environment.ts';
import type { Flow } from '../lib/model/flow.ts';
import type { Platform } from '../lib/model/platform.ts';
import { Surroundings } from '../lib/model/surroundings.ts';
import type { Delivery } from '../lib/synth/delivery.ts';
import type { Manifest } from '../lib/synth/manifest.ts';
import { inNamespace } from '../lib/synth/namespaced.ts';
import { exposedEndpoints, nodePortService } from '../lib/synth/node-ports.ts';
import { policiesOf } from '../lib/synth/policies.ts';
import type { Unit } from '../lib/synth/unit.ts';
import { clusterSamples, fresh, samples } from './checks-samples.ts';
import type { Loose } from './checks-samples.ts';

// A small world in which no rule finds anything: a shop with a database on cluster 'home', which asks a model on
// cluster 'far'. Tests break one thing of it.

const home: Cluster = {
  name: 'home',
  argocdName: 'in-cluster',
  kubernetes: '1.34',
  nodes: [],
  tailnetHost: 'home.example.ts.net',
  apiServer: { cidrs: ['10.9.0.0/24'], port: 6443 },
  nodePortSources: ['10.9.0.0/24'],
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, addresses: ['169.254.20.10/32'] },
  ingress: { className: 'traefik', namespace: 'kube-system', labels: { 'app.kubernetes.io/name': 'traefik' } },
  storageClass: 'local-path',
  identityProvider: 'home',
  metricLabels: { cluster: 'home' },
  operators: ['cert-manager', 'external-secrets'],
};

const far: Cluster = {
  ...home,
  name: 'far',
  argocdName: 'far',
  tailnetHost: 'far.example.ts.net',
  nodePortSources: ['172.16.0.0/12'],
  publishedNodePorts: [30900],
  ingress: undefined,
};

const prod: Environment = { name: 'prod', placement: { shop: 'home', data: 'home', model: 'far' }, settings: {} };

/** The input of the small world. */
export const platform = {
  site: { repository: 'https://git.example/x.git', revision: 'refs/heads/main', exposed: ['shop'] },
  clusters: [home, far],
  environments: [prod],
  components: { shop: { services: {} }, data: { services: {} }, model: { services: {} } },
  endpoints: {
    shop: { component: 'shop', service: 'api', port: 8080, nodePort: 30800 },
    data: { component: 'data', service: 'api', port: 8080 },
    model: { component: 'model', service: 'api', port: 8080, nodePort: 30900 },
  },
} as unknown as Platform;

/** Every sort of flow. */
const flows: readonly Flow[] = [
  { from: 'tailnet', to: { endpoint: 'shop' } },
  { from: 'ingress', to: { endpoint: 'shop' } },
  { from: { component: 'shop', service: 'api' }, to: { endpoint: 'data' } },
  { from: { component: 'shop', service: 'api' }, to: { endpoint: 'model' } },
  { from: { component: 'data', service: 'api' }, to: { internet: 'api.example.com', port: 443 } },
  { from: { component: 'data', service: 'api' }, to: 'kubernetes-api' },
];

const surroundings = new Surroundings(platform, prod, home);

/** Findings in the small world once an edit has broken something. */
export async function findingsAfter(edit: (world: EditableWorld) => void): Promise<Finding[]> {
  const world = new EditableWorld();
  edit(world);
  return findings(world.units, { platform, delivery: world.delivery });
}

/** A fresh copy of the small world, every part of which a test may change. */
export class EditableWorld {
  readonly flows: Flow[] = fresh([...flows]);
  readonly units: (Loose & Unit)[] = fresh([...componentUnits(), ...clusterUnits()]);

  constructor() {
    this.units.push(...fresh(argocdUnits(this.units)));
    for (const unit of this.units) unit.files = new Map([[`${unit.path}/kustomization.yaml`, '']]);
  }

  get delivery(): Delivery {
    const bases = componentUnits().map(({ component, manifests }) => ({ path: '', component, manifests, files: new Map() }));
    return { environments: [{ environment: prod, surroundings, flows: this.flows, placed: [] }], bases, units: [] };
  }

  unit(path: string): Loose {
    return this.units.find(unit => unit.path === path);
  }

  /** An object by its unit's path, kind and name. */
  object(path: string, kind: string, name = 'api'): Loose {
    return this.unit(path).manifests.find((manifest: Manifest) => manifest.kind === kind && manifest.metadata.name === name);
  }

  add(path: string, manifest: Manifest): void {
    this.unit(path).manifests.push(fresh(manifest));
  }

  remove(path: string, kind: string, name = 'api'): void {
    const unit = this.unit(path);
    unit.manifests = unit.manifests.filter((manifest: Manifest) => manifest.kind !== kind || manifest.metadata.name !== name);
  }
}

function componentUnits(): Unit[] {
  const { Deployment, StatefulSet, Service, ConfigMap, ServiceAccount, PodDisruptionBudget, Ingress } = samples;
  const { HorizontalPodAutoscaler, PersistentVolumeClaim } = samples;
  const { replicas: _, ...scaled } = Deployment.spec as Loose;
  const service = { ...Service, spec: { ...Service.spec as Loose, ports: [{ name: 'http', port: 8080, targetPort: 'http', protocol: 'TCP' }] } };
  const headless = { ...service, metadata: { ...Service.metadata, name: 'api-pods' } };
  const files = { ...ConfigMap, metadata: { ...ConfigMap.metadata, name: 'api-files' } };
  const shared = [service, files, ServiceAccount, PodDisruptionBudget];
  return [
    componentUnit('shop', [{ ...Deployment, spec: scaled }, HorizontalPodAutoscaler, Ingress, PersistentVolumeClaim, ...shared]),
    componentUnit('data', [StatefulSet, headless, ...shared]),
    componentUnit('model', [Deployment, ...shared]),
  ];
}

function componentUnit(component: string, manifests: readonly Manifest[]): Unit {
  const namespace = `${component}-prod`;
  const path = `overlays/prod/${component}`;
  const exposed = exposedEndpoints(flows, surroundings).filter(name => surroundings.endpoint(name).component === component);
  const own = [
    ...manifests,
    ...exposed.map(name => nodePortService(name, surroundings)),
    ...policiesOf(component, flows, surroundings),
  ];
  return {
    path,
    cluster: surroundings.clusterOf(component).name,
    component,
    environment: 'prod',
    namespace,
    stateful: false,
    wave: 20,
    manifests: inNamespace(own, namespace),
    sources: [`base/${component}`, path],
    files: new Map(),
    patches: 0,
  };
}

function clusterUnits(): Unit[] {
  return [home, far].map(cluster => {
    const namespaces = Object.keys(platform.components)
      .filter(component => surroundings.clusterOf(component) === cluster)
      .map(component => `${component}-prod`);
    const path = `clusters/${cluster.name}/foundation`;
    return {
      path,
      cluster: cluster.name,
      component: 'foundation',
      stateful: false,
      wave: -5,
      manifests: [
        clusterSamples.PriorityClass,
        ...namespaces.flatMap(namespace => [
          { ...clusterSamples.Namespace, metadata: { ...clusterSamples.Namespace.metadata, name: namespace } },
          ...namespacePolicies(namespace, namespace === 'shop-prod' ? [samples.Ingress] : [], cluster),
          ...inNamespace([samples.ExternalSecret, secretStore], namespace),
        ]),
      ],
      sources: [path],
      files: new Map(),
      patches: 0,
    };
  });
}

const secretStore: Manifest = { ...samples.SecretStore, metadata: { name: 'secret-manager' } };

function argocdUnits(units: readonly Unit[]): Unit[] {
  const path = 'argocd/roots';
  const project = {
    ...samples.AppProject,
    metadata: { name: 'apps', namespace: 'argocd' },
    spec: {
      sourceRepos: [platform.site.repository],
      destinations: [{ name: 'in-cluster', namespace: '*' }, { name: 'far', namespace: '*-prod' }],
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }, { group: 'scheduling.k8s.io', kind: 'PriorityClass' }],
    },
  };
  const roots: Unit = {
    path, cluster: 'home', component: 'roots', stateful: false, wave: 0, manifests: [], sources: [path], files: new Map(), patches: 0,
  };
  return [{ ...roots, manifests: [project, ...[...units, roots].map(application)] }];
}

function application({ path, cluster, sources, namespace, component }: Unit): Manifest {
  return {
    ...samples.Application,
    metadata: {
      name: path.replaceAll('/', '-'),
      namespace: 'argocd',
      annotations: { 'argocd.argoproj.io/manifest-generate-paths': sources.map(source => `/dist/${source}`).join(';') },
    },
    spec: {
      project: 'apps',
      source: { repoURL: platform.site.repository, targetRevision: 'refs/heads/main', path: `dist/${path}` },
      destination: {
        name: cluster === 'home' ? 'in-cluster' : cluster,
        namespace: namespace ?? (component === 'roots' ? 'argocd' : 'shop-prod'),
      },
    },
  };
}
