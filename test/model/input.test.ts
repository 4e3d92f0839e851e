import { Construct } from 'constructs';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import type { Component } from '../../lib/model/component.ts';
import type { Environment } from '../../lib/model/environment.ts';
import { InputError } from '../../lib/model/input-error.ts';
import type { Platform } from '../../lib/model/platform.ts';
import type { Site } from '../../lib/model/site.ts';
import { deliver } from '../../lib/synth/delivery.ts';
import { cluster, environment, images, platform, Shop } from '../fixtures/platform.ts';

test('a platform without mistakes is delivered', () => {
  expect(problemsOf(platform())).toEqual([]);
});

const imagesJson = 'overlays/images.json';
const endpointsTs = 'lib/components/endpoints.ts';
const clustersTs = 'argocd/clusters.ts';

const mistakes: readonly (readonly [title: string, wrong: Partial<Platform>, message: string])[] = [
  ['images that are no object', { images: [] as never }, `${imagesJson}: must be an object, from service to images`],
  [
    'a service without an image',
    { images: without(images(), 'shop') },
    `${imagesJson}: 'shop' is missing, every service must have an image`,
  ],
  [
    'an image of nobody',
    { images: { ...images(), sohp: { default: 'a:1.0' } } },
    `${imagesJson}: 'sohp' must be a service: 'shop', 'customer'`,
  ],
  [
    'an image without a default',
    { images: { ...images(), shop: { prod: 'a/b:1.0' } as never } },
    `${imagesJson}: 'shop': 'default' is missing, it must be the image of every environment without its own`,
  ],
  [
    'an image in place of images',
    { images: { ...images(), shop: 'a/b:1.0' as never } },
    `${imagesJson}: 'shop' ("a/b:1.0") must be an object with a 'default' image`,
  ],
  [
    'an image of an unknown environment',
    { images: { ...images(), shop: { default: 'a/b:1.0', prd: 'a/b:1.1' } } },
    `${imagesJson}: 'shop': 'prd' must be 'default' or an environment: 'prod'`,
  ],
  [
    'an image with a moving tag',
    { images: { ...images(), shop: { default: 'a/b:main-latest' } } },
    `${imagesJson}: 'shop': 'default' ('a/b:main-latest') must have an exact tag or a digest: `
      + 'what it means today must be what it means tomorrow',
  ],
  [
    'an image without a tag',
    { images: { ...images(), shop: { default: 'localhost:5000/shop' } } },
    `${imagesJson}: 'shop': 'default' ('localhost:5000/shop') must have an exact tag or a digest: `
      + 'what it means today must be what it means tomorrow',
  ],
  [
    'an image that is a number',
    { images: { ...images(), shop: { default: 7 as never } } },
    `${imagesJson}: 'shop': 'default' (7) must be an image reference, such as 'ghcr.io/owner/name:1.2.3'`,
  ],

  [
    'two environments of one name',
    { environments: [environment('prod'), environment('prod')] },
    "overlays/index.ts: 'prod' is defined twice, each name must be there once",
  ],
  [
    'an environment called base',
    { environments: [environment('base')] },
    "overlays/index.ts: 'base' must not be an environment, it is what all of them share",
  ],
  [
    'an environment with a capital letter',
    { environments: [environment('Prod')] },
    "overlays/index.ts: 'Prod' must begin with a letter and hold only lower-case letters, digits and '-'",
  ],
  [
    'a component on no cluster',
    placing({ customer: 'cloud' }),
    "overlays/prod.ts: 'placement': 'shop' is placed on no cluster, it must be on one of 'cloud', 'farm'",
  ],
  [
    'a component on an unknown cluster',
    placing({ shop: 'clowd', customer: 'cloud' }),
    "overlays/prod.ts: 'placement': 'shop' is on cluster 'clowd', which must be one of 'cloud', 'farm'",
  ],
  [
    'a place for an unknown component',
    placing({ shop: 'cloud', customer: 'cloud', bank: 'cloud' }),
    "overlays/prod.ts: 'placement': 'bank' must be a component: 'shop', 'customer'",
  ],
  [
    'settings of an unknown component',
    setting({ bank: {} }),
    "overlays/prod.ts: 'settings': 'bank' must be a component: 'shop', 'customer'",
  ],
  [
    'settings of an unknown service',
    setting({ shop: { shpo: {} } }),
    "overlays/prod.ts: 'settings': 'shpo' must be a service of 'shop': 'shop'",
  ],

  [
    'a memory in the wrong unit',
    setting({ shop: { shop: { sizing: sizing({ memory: '4GB' }) } } }),
    "prod/shop: shop: 'memory' ('4GB') must be in binary units, such as '512Mi' or '2Gi'",
  ],
  [
    'a CPU in the wrong unit',
    setting({ shop: { shop: { sizing: sizing({ cpu: '100milli' }) } } }),
    "prod/shop: shop: 'cpu' ('100milli') must be cores or thousandths of one, such as '2' or '250m'",
  ],
  [
    'a request above its limit',
    setting({ shop: { shop: { sizing: sizing({ memory: '1Gi' }) } } }),
    "prod/shop: shop: 'memory' (1Gi) must not exceed 'memoryLimit' (128Mi)",
  ],
  [
    'less than one replica',
    setting({ shop: { shop: { replicas: 0 } } }),
    "prod/shop: shop: 'replicas' (0) must be a whole number, at least 1",
  ],
  [
    'replicas beside an autoscaler',
    setting({ shop: { shop: { replicas: 2, autoscaling: scaling(1, 3) } } }),
    "prod/shop: shop: 'replicas' (2) must be left out, because 'autoscaling' decides it",
  ],
  [
    'an autoscaler with crossed bounds',
    setting({ shop: { shop: { autoscaling: scaling(4, 2) } } }),
    "prod/shop: shop: 'autoscaling.max' (2) must be a whole number, at least 'autoscaling.min' (4)",
  ],
  [
    'a claim for several pods',
    setting({ shop: { shop: { replicas: 2, claim: { mountPath: '/data', size: '1Gi' } } } }),
    "prod/shop: shop: 'claim' allows one pod only, so 'replicas' and 'autoscaling' must be left out",
  ],
  [
    'a host where there is no ingress',
    {
      environments: [
        environment('prod', {
          placement: { shop: 'farm', customer: 'cloud' },
          settings: { shop: { shop: { host: 'shop.example.com' } as never } },
        }),
      ],
    },
    "prod/shop: shop: 'host' (shop.example.com) needs an ingress controller, but cluster 'farm' has none. "
      + 'It must be left out there, or the component must run on another cluster',
  ],

  [
    'two components in one namespace',
    componentsWith({ namespace: 'shop', services: { customer: Shop } }),
    "lib/components/index.ts: 'shop' and 'customer' share the namespace 'shop', each component must have its own",
  ],
  [
    'one service name in two components',
    componentsWith({ services: { customer: Shop, shop: Shop } }),
    "lib/components/index.ts: service: 'shop' is defined twice, each name must be there once",
  ],
  [
    'a namespace that is too long',
    componentsWith({ namespace: 'a'.repeat(60), services: { customer: Shop } }),
    `lib/components/index.ts: namespace of 'customer': '${'a'.repeat(60)}-prod' (65 characters) must have at most 63`,
  ],

  [
    'an endpoint of an unknown component',
    endpoint({ component: 'bank' }),
    `${endpointsTs}: 'shop': component 'bank' must be one of 'shop', 'customer'`,
  ],
  [
    'an endpoint of an unknown service',
    endpoint({ service: 'sohp' }),
    `${endpointsTs}: 'shop': service 'sohp' must be one of 'shop': 'shop'`,
  ],
  [
    'a port out of range',
    endpoint({ port: 70000 }),
    `${endpointsTs}: 'shop': 'port' (70000) must be a whole number from 1 to 65535`,
  ],
  [
    'two environments with one node port',
    { environments: [environment('dev'), environment('prod')] },
    `${endpointsTs}: 'shop' in dev and 'shop' in prod share node port 30080 of cluster 'cloud', it must be of one`,
  ],
  [
    'a node port out of range',
    endpoint({ nodePort: 8080 }),
    `${endpointsTs}: node port of 'shop' in prod (8080) must be from 30000 to 32767`,
  ],
  [
    'a node port that the cluster does not publish',
    { clusters: [cluster('cloud', { publishedNodePorts: [30081] }), cluster('farm')] },
    `${clustersTs}: 'cloud': 'publishedNodePorts' must hold 30080, node port of 'shop' in prod`,
  ],
  [
    'an unknown endpoint exposed',
    siteWith({ exposed: ['sohp'] }),
    "overlays/site.ts: 'exposed' names 'sohp', which must be an endpoint: 'shop', 'customer'",
  ],
  [
    'an endpoint exposed that has no node port',
    siteWith({ exposed: ['customer'] }),
    `overlays/site.ts: 'exposed' names 'customer', which must have a 'nodePort' in ${endpointsTs}`,
  ],
  [
    'a call to another cluster without a node port',
    {
      ...endpoint({ nodePort: undefined }),
      ...siteWith({ exposed: [] }),
      ...placing({ shop: 'farm', customer: 'cloud' }),
    },
    "prod/customer: Endpoint 'shop' is called from another cluster, so it must have a 'nodePort' in "
      + 'lib/components/endpoints.ts',
  ],

  [
    'two clusters of one name',
    { clusters: [cluster('cloud'), cluster('cloud', { argocdName: 'b' }), cluster('farm')] },
    `${clustersTs}: 'cloud' is defined twice, each name must be there once`,
  ],
  [
    'a first cluster that does not run Argo CD',
    { clusters: [cluster('farm'), cluster('cloud')] },
    `${clustersTs}: 'farm': 'argocdName' ('farm') must be 'in-cluster', because the first row runs Argo CD`,
  ],
  [
    'a cluster that Argo CD cannot find',
    { clusters: [cluster('cloud'), cluster('farm', { apiServerUrl: undefined })] },
    `${clustersTs}: 'farm': 'apiServerUrl' is missing, Argo CD must know where to reach the cluster`,
  ],
  [
    'an old Kubernetes',
    { clusters: [cluster('cloud', { kubernetes: '1.28' }), cluster('farm')] },
    `${clustersTs}: 'cloud': 'kubernetes' ('1.28') must be from 1.33 to 1.36`,
  ],
  [
    'an address range of nothing',
    { clusters: [cluster('cloud', { nodePortSources: ['10.0.0.300/24'] }), cluster('farm')] },
    `${clustersTs}: 'cloud': '10.0.0.300/24' must be an address range, such as '10.0.0.0/8'`,
  ],

  [
    'a short revision',
    siteWith({ revision: 'main' as never }),
    "overlays/site.ts: 'revision' ('main') must be fully qualified, such as 'refs/heads/main': "
      + 'a short name can mean a branch or a tag',
  ],
  [
    'a repository over SSH',
    siteWith({ repository: 'git@example.com:org/repo.git' as never }),
    "overlays/site.ts: 'repository' ('git@example.com:org/repo.git') must be an HTTPS URL that ends in '.git'",
  ],
  [
    'two tenants of one name',
    { tenants: [tenant('a'), tenant('a')] },
    "overlays/tenants.ts: 'a' is defined twice, each name must be there once",
  ],
  [
    'a tenant with a wrong quota',
    { tenants: [{ name: 'a', quota: { cpu: '2', memory: '4GB' as never } }] },
    "overlays/tenants.ts: 'a': 'memory' ('4GB') must be in binary units, such as '512Mi' or '2Gi'",
  ],
];

test.each(mistakes)('refuses %s', (_title, wrong, message) => {
  // Only prod is there, so that each mistake is told once.
  const environments = wrong.environments ?? [environment('prod')];

  expect(problemsOf(platform({ ...wrong, environments }))).toEqual([message]);
});

test('tells several mistakes together, of tables and of services', () => {
  const tables = platform({
    environments: [environment('prod')],
    images: without(images(), 'shop'),
    ...siteWith({ domain: '' }),
  });
  const services = platform(setting({ shop: { shop: { replicas: 0 } }, customer: { customer: { replicas: -1 } } }));

  expect(problemsOf(tables)).toHaveLength(2);
  expect(problemsOf(services)).toHaveLength(2);
});

test('a defect of a construct is no mistake of the input', () => {
  class Broken extends Construct {
    constructor(scope: Construct, id: string) {
      super(scope, id);
      (undefined as unknown as { call(): void }).call();
    }
  }

  expect(() => deliver(platform(componentsWith({ services: { customer: Broken } })))).toThrow(TypeError);
});

function problemsOf(input: Platform): readonly string[] {
  try {
    deliver(checkedPlatform(() => input, input.images));
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

function without<T extends object>(table: T, key: keyof T): T {
  const { [key]: _, ...rest } = table;
  return rest as T;
}

function placing(placement: Record<string, string>): Partial<Platform> {
  return { environments: [environment('prod', { placement })] };
}

function setting(settings: Record<string, Record<string, object>>): Partial<Platform> {
  return { environments: [environment('prod', { settings: settings as unknown as Environment['settings'] })] };
}

function endpoint(change: object): Partial<Platform> {
  const { shop, customer } = platform().endpoints;
  return { endpoints: { shop: { ...shop!, ...change }, customer: customer! } };
}

function siteWith(change: Partial<Site>): Partial<Platform> {
  return { site: { ...platform().site, ...change } };
}

function componentsWith(customer: Component): Partial<Platform> {
  return { components: { shop: { services: { shop: Shop } }, customer } };
}

function sizing(change: object): object {
  return { cpu: '100m', cpuLimit: '200m', memory: '64Mi', memoryLimit: '128Mi', scratch: '64Mi', ...change };
}

function scaling(min: number, max: number): object {
  return { min, max, cpuPercent: 70 };
}

function tenant(name: string): Platform['tenants'][number] {
  return { name, quota: { cpu: '1', memory: '1Gi' } };
}
