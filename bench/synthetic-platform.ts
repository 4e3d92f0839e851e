import type { ClusterRow } from '../lib/model/cluster.ts';
import type { HelmChart } from '../lib/model/helm-chart.ts';
import { platformOf } from '../lib/model/platform.ts';
import type { Platform, Rows } from '../lib/model/platform.ts';
import { service } from '../lib/model/service.ts';
import type { Service } from '../lib/model/service.ts';
import { objectsPerService, SyntheticService } from './synthetic-service.ts';
import type { SyntheticServiceProps } from './synthetic-service.ts';

/** A component of the synthetic platform: its name, and those of its services. */
type Members = readonly [component: string, services: readonly string[]];

/**
 * A platform of any size: a base, a `dev` that differs from it by nothing but its namespaces, and a `prod` that
 * patches a third of the objects.
 *
 * @param objects number of objects in each environment; a multiple of what a service renders
 * @param perComponent services of each component. @default 4
 */
export function syntheticRows(objects: number, perComponent = 4): Rows {
  const members = componentsOf(serviceNames(objects), perComponent);
  const placement = { default: cluster.name };
  return {
    site,
    clusters: [cluster],
    operators: {},
    argoCd,
    environments: [
      { name: 'dev', placement, settings: {} },
      { name: 'prod', placement, settings: settingsOf(members) as object },
    ],
    tenants: [],
    components: Object.fromEntries(
      members.map(([component, names]) => [
        component,
        { services: Object.fromEntries(names.map(name => [name, syntheticService(name)])) },
      ]),
    ),
  };
}

/** The same, put together. */
export function syntheticPlatform(objects: number, perComponent?: number): Platform {
  return platformOf(syntheticRows(objects, perComponent), {});
}

function syntheticService(name: string): Service {
  return service({ construct: SyntheticService, image: imageOf(name), offers: { [name]: { port: 8080 } } });
}

/** Names of the services that render so many objects. */
export function serviceNames(objects: number): string[] {
  if (objects % objectsPerService !== 0) {
    throw new Error(`bench: ${objects} objects must be a multiple of ${objectsPerService}, which a service renders`);
  }
  return Array.from({ length: objects / objectsPerService }, (_, index) => numbered('service', index));
}

/** Image of a service. */
export function imageOf(service: string): string {
  return `example.com/team/${service}:1.4.2`;
}

/** Settings of a service in prod: they change every Deployment and two of three ConfigMaps that hold a level, a third of all objects. */
export function prodSetting(service: string): SyntheticServiceProps {
  const isQuiet = Number(service.slice(service.lastIndexOf('-') + 1)) % 3 !== 0;
  return { memory: '256Mi', memoryLimit: '512Mi', ...(isQuiet && { logLevel: 'warn' as const }) };
}

function componentsOf(services: readonly string[], perComponent: number): Members[] {
  return Array.from({ length: Math.ceil(services.length / perComponent) }, (_, index) => [
    numbered('component', index),
    services.slice(index * perComponent, (index + 1) * perComponent),
  ]);
}

function settingsOf(members: readonly Members[]): Record<string, Record<string, SyntheticServiceProps>> {
  return Object.fromEntries(
    members.map(([component, services]) => [
      component,
      Object.fromEntries(services.map(service => [service, prodSetting(service)])),
    ]),
  );
}

function numbered(word: string, index: number): string {
  return `${word}-${String(index).padStart(5, '0')}`;
}

const cluster: ClusterRow = {
  name: 'cluster',
  argocdName: 'in-cluster',
  kubernetes: '1.34',
  nodes: [{ name: 'worker', count: 1000, cpu: '16', memory: '64Gi', ephemeralStorage: '200Gi' }],
  apiServer: { cidrs: ['10.0.0.0/24'], port: 6443 },
  kubelets: { cidrs: ['10.0.0.0/24'], port: 10250 },
  nodePortSources: ['10.0.0.0/24'],
  dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  identityProvider: 'projects/0/locations/global/workloadIdentityPools/clusters/providers/cluster',
  metricLabels: { cluster: 'cluster' },
  operators: [],
};

const argoCd: HelmChart = {
  repository: 'https://charts.example.com',
  chart: 'argo-cd',
  version: '1.2.3',
  namespace: 'argocd',
  values: {},
  kinds: { cluster: [], namespaced: ['apps/Deployment'] },
};

const site: Rows['site'] = {
  repository: 'https://git.example.com/team/platform.git',
  revision: 'refs/heads/main',
  domain: 'example.com',
  tailnet: 'example.ts.net',
  gcpProject: 'example-project',
  acmeEmail: 'team@example.com',
  modelRepository: 'team/models',
  exposed: [],
};
