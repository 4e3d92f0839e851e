import type { Cluster } from '../lib/model/cluster.ts';
import type { Environment } from '../lib/model/environment.ts';
import type { Platform } from '../lib/model/platform.ts';
import { objectsPerService, SyntheticService } from './synthetic-service.ts';
import type { SyntheticServiceProps } from './synthetic-service.ts';

/** Services of a component, where nothing else is asked for. */
const servicesPerComponent = 4;

/**
 * A platform of any size: a base, a `dev` that differs from it by nothing but its namespaces, and a `prod` that
 * patches a third of the objects (every Deployment, and two of three ConfigMaps).
 *
 * @param objects number of objects in each environment; a multiple of what a service renders
 * @param perComponent services of each component. @default 4
 */
export function syntheticPlatform(objects: number, perComponent = servicesPerComponent): Platform {
  const services = serviceNames(objects);
  const members = new Map<string, string[]>();
  services.forEach((service, index) => {
    const component = componentName(Math.floor(index / perComponent));
    members.set(component, [...members.get(component) ?? [], service]);
  });
  const placement = Object.fromEntries([...members.keys()].map(component => [component, cluster.name]));

  return {
    site,
    clusters: [cluster],
    environments: [
      { name: 'dev', placement, settings: {} },
      { name: 'prod', placement, settings: mapValues(members, names => prodSettings(names, services)) },
    ] as readonly Environment[],
    tenants: [],
    images: Object.fromEntries(services.map(name => [name, { default: `registry.example.com/team/${name}:1.4.2` }])),
    components: mapValues(members, names => ({
      services: Object.fromEntries(names.map(name => [name, SyntheticService])),
    })),
    endpoints: Object.fromEntries([...members].flatMap(([component, names]) => (
      names.map(service => [service, { component, service, port: 8080 }])
    ))),
  };
}

/** Names of the services that together render so many objects. */
export function serviceNames(objects: number): string[] {
  if (objects % objectsPerService !== 0) {
    throw new Error(`bench: ${objects} objects must be a multiple of ${objectsPerService}, which a service renders`);
  }
  return Array.from({ length: objects / objectsPerService }, (_, index) => numbered('service', index));
}

/** Settings of one service in prod. @param index its position among all services */
export function prodSetting(index: number): SyntheticServiceProps {
  return { memory: '256Mi', memoryLimit: '512Mi', ...(index % 3 !== 0 && { logLevel: 'warn' as const }) };
}

function prodSettings(names: readonly string[], services: readonly string[]): Record<string, SyntheticServiceProps> {
  const first = services.indexOf(names[0]!);
  return Object.fromEntries(names.map((name, index) => [name, prodSetting(first + index)]));
}

function componentName(index: number): string {
  return numbered('component', index);
}

function numbered(word: string, index: number): string {
  return `${word}-${String(index).padStart(5, '0')}`;
}

function mapValues<Value, Result>(map: ReadonlyMap<string, Value>, of: (value: Value) => Result): Record<string, Result> {
  return Object.fromEntries([...map].map(([key, value]) => [key, of(value)]));
}

const cluster: Cluster = {
  name: 'cluster',
  argocdName: 'in-cluster',
  kubernetes: '1.34',
  nodes: [{ name: 'worker', count: 1000, cpu: '16', memory: '64Gi', ephemeralStorage: '200Gi' }],
  tailnetHost: 'cluster.example.ts.net',
  apiServer: { cidrs: ['10.0.0.0/24'], port: 6443 },
  nodePortSources: ['10.0.0.0/24'],
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  storageClass: 'standard',
  identityProvider: 'projects/0/locations/global/workloadIdentityPools/clusters/providers/cluster',
  metricLabels: { cluster: 'cluster' },
  operators: [],
};

const site: Platform['site'] = {
  repository: 'https://git.example.com/team/platform.git',
  revision: 'refs/heads/main',
  domain: 'example.com',
  tailnet: 'example.ts.net',
  gcpProject: 'example-project',
  acmeEmail: 'team@example.com',
  modelRepository: 'team/models',
  exposed: [],
};
