import { environment, images, Shop } from '../../fixtures/platform.ts';
import { cast, cloud, components, endpoint, placing, prod, setting, site } from './case.ts';
import type { Case } from './case.ts';

/** Mistakes in environments, apart from what services make of their settings. */
export const environmentCases: readonly Case[] = [
  [
    'no environment',
    { environments: [] },
    'missing',
    'overlays/index.ts: there is no environment, at least one must be there',
  ],
  [
    'two environments of one name',
    { environments: [environment('prod'), environment('prod')] },
    'duplicate',
    "overlays/index.ts: 'prod' is defined twice, each name must be there once",
  ],
  [
    'an environment called base',
    { environments: [environment('base')] },
    'reserved',
    "overlays/index.ts: 'base' must not be an environment, it is what all of them share",
  ],
  [
    'an environment with a capital letter',
    { environments: [environment('Prod')] },
    'malformed',
    "overlays/Prod.ts: 'name' ('Prod') must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
  ],
  [
    'an environment that is a text',
    { environments: [environment('prod'), cast('dev')] },
    'wrong-type',
    "overlays/index.ts: row 2: 'dev' must be an object",
  ],
  [
    'a component on no cluster',
    placing({ customer: 'cloud' }),
    'missing',
    "overlays/prod.ts: 'placement': 'shop' is placed on no cluster, it must be on one of 'cloud', 'farm'",
  ],
  [
    'a component on an unknown cluster',
    placing({ shop: 'clowd', customer: 'cloud' }),
    'unknown-name',
    "overlays/prod.ts: 'placement': 'shop' is on cluster 'clowd', which must be one of 'cloud', 'farm' (did you mean 'cloud'?)",
  ],
  [
    'a place that is a number',
    placing({ shop: 2, customer: 'cloud' }),
    'wrong-type',
    "overlays/prod.ts: 'placement.shop' (2) must be a text that is not empty",
  ],
  [
    'a place for an unknown component',
    placing({ shop: 'cloud', customer: 'cloud', bank: 'cloud' }),
    'unknown-name',
    "overlays/prod.ts: 'placement': 'bank' must be a component: 'shop', 'customer'",
  ],
  [
    'a misspelt way to sync',
    prod({ sync: 'Manual' }),
    'unknown-name',
    "overlays/prod.ts: 'sync' ('Manual') must be 'automated' or 'manual' (did you mean 'manual'?)",
  ],
  [
    'a misspelt issuer',
    prod({ issuer: 'stagingg' }),
    'unknown-name',
    "overlays/prod.ts: 'issuer' ('stagingg') must be 'staging' or 'production' (did you mean 'staging'?)",
  ],
  [
    'an issuer where no cert-manager runs',
    prod({ issuer: 'staging' }),
    'not-served-here',
    "overlays/prod.ts: 'issuer' ('staging') needs 'cert-manager', which no cluster of the environment runs: 'cloud'. It must be left out, or one must run it",
  ],
  [
    'a misspelt field',
    prod({ nodeportOffset: 1000 }),
    'unknown-key',
    "overlays/prod.ts: 'nodeportOffset' is an unknown key, it must be one of 'name', 'placement', 'nodePortOffset', 'sync', 'issuer', 'settings' (did you mean 'nodePortOffset'?)",
  ],
  [
    'an offset that leads out of every range',
    prod({ nodePortOffset: 5000 }),
    'out-of-range',
    "overlays/prod.ts: 'nodePortOffset' (5000) must be a whole number from -2767 to 2767",
  ],
  [
    'an offset as a text',
    prod({ nodePortOffset: '1000' }),
    'wrong-type',
    "overlays/prod.ts: 'nodePortOffset' ('1000') must be a whole number from -2767 to 2767",
  ],
  [
    'settings that are null',
    setting(cast(null)),
    'wrong-type',
    "overlays/prod.ts: 'settings' (null) must be an object",
  ],
  [
    'settings of a service that are a number',
    setting({ shop: { shop: 7 } }),
    'wrong-type',
    "overlays/prod.ts: 'settings.shop.shop' (7) must be an object",
  ],
  [
    'settings of an unknown component',
    setting({ bank: {} }),
    'unknown-name',
    "overlays/prod.ts: 'settings': 'bank' must be a component: 'shop', 'customer'",
  ],
  [
    'settings of what every object has',
    setting({ toString: {} }),
    'unknown-name',
    "overlays/prod.ts: 'settings': 'toString' must be a component: 'shop', 'customer'",
  ],
  [
    'settings of an unknown service',
    setting({ shop: { shpo: {} } }),
    'unknown-name',
    "overlays/prod.ts: 'settings': 'shpo' must be a service of 'shop': 'shop' (did you mean 'shop'?)",
  ],
];

/** Mistakes in components, endpoints and node ports. */
export const componentCases: readonly Case[] = [
  [
    'a component that is a text',
    components(cast('customer')),
    'wrong-type',
    "lib/components/index.ts: 'customer' ('customer') must be an object",
  ],
  [
    'a wave that is no number',
    components({ wave: NaN, services: { customer: Shop } }),
    'out-of-range',
    "lib/components/index.ts: 'customer.wave' (NaN) must be a whole number from -1000 to 1000",
  ],
  [
    'a wave between two',
    components({ wave: 1.5, services: { customer: Shop } }),
    'out-of-range',
    "lib/components/index.ts: 'customer.wave' (1.5) must be a whole number from -1000 to 1000",
  ],
  [
    'a wave as a text',
    components({ wave: '2', services: { customer: Shop } }),
    'wrong-type',
    "lib/components/index.ts: 'customer.wave' ('2') must be a whole number from -1000 to 1000",
  ],
  [
    'a service that is no class',
    components({ services: { customer: () => undefined } }),
    'wrong-type',
    "lib/components/index.ts: 'customer.services.customer' (a function) must be a class of constructs",
  ],
  [
    'a service with an underscore',
    { ...components({ services: { customer: Shop, a_b: Shop } }), images: { ...images(), a_b: images().shop! } },
    'malformed',
    "lib/components/index.ts: 'customer.services': key 'a_b' must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
  ],
  [
    'two components in one namespace',
    components({ namespace: 'shop', services: { customer: Shop } }),
    'duplicate',
    "lib/components/index.ts: 'shop' and 'customer' share the namespace 'shop', each component must have its own",
  ],
  [
    'one service name in two components',
    components({ services: { customer: Shop, shop: Shop } }),
    'duplicate',
    "lib/components/index.ts: service: 'shop' is defined twice, each name must be there once",
  ],
  [
    'a namespace that is too long',
    components({ namespace: 'a'.repeat(60), services: { customer: Shop } }),
    'out-of-range',
    "lib/components/index.ts: namespace of 'customer': 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-prod' (65 characters) must have at most 63",
  ],
  [
    'an endpoint that is a list',
    { endpoints: cast([]) },
    'wrong-type',
    'lib/components/endpoints.ts: [] must be an object',
  ],
  [
    'an endpoint of an unknown component',
    endpoint({ component: 'bank' }),
    'unknown-name',
    "lib/components/endpoints.ts: 'shop': component 'bank' must be one of 'shop', 'customer'",
  ],
  [
    'an endpoint of an unknown service',
    endpoint({ service: 'sohp' }),
    'unknown-name',
    "lib/components/endpoints.ts: 'shop': service 'sohp' must be one of 'shop': 'shop' (did you mean 'shop'?)",
  ],
  [
    'an endpoint over a protocol of its own',
    endpoint({ scheme: 'htpp' }),
    'unknown-name',
    "lib/components/endpoints.ts: 'shop.scheme' ('htpp') must be 'http' or 'tcp' (did you mean 'http'?)",
  ],
  [
    'a port out of range',
    endpoint({ port: 70000 }),
    'out-of-range',
    "lib/components/endpoints.ts: 'shop': 'port' (70000) must be a whole number from 1 to 65535",
  ],
  [
    'a misspelt field',
    endpoint({ nodeport: 30080 }),
    'unknown-key',
    "lib/components/endpoints.ts: 'shop.nodeport' is an unknown key, it must be one of 'component', 'service', 'port', 'portName', 'scheme', 'nodePort', 'metrics' (did you mean 'nodePort'?)",
  ],
  [
    'metrics at a relative path',
    endpoint({ metrics: { job: 'shop', path: 'metrics' } }),
    'malformed',
    "lib/components/endpoints.ts: 'shop.metrics.path' ('metrics') must be a path that begins with '/'",
  ],
  [
    'metrics without a job',
    endpoint({ metrics: {} }),
    'missing',
    "lib/components/endpoints.ts: 'shop.metrics.job' is missing, it must be a text that is not empty",
  ],
  [
    'two environments with one node port',
    { environments: [environment('dev'), environment('prod')] },
    'duplicate',
    "overlays/prod.ts: 'nodePortOffset' (0) must be that of no other environment: 'shop' in dev and 'shop' in prod share node port 30080 of cluster 'cloud'",
  ],
  [
    'two endpoints with one node port',
    twoPorts(),
    'duplicate',
    "lib/components/endpoints.ts: 'shop' in prod and 'customer' in prod share node port 30080 of cluster 'cloud', it must be of one",
  ],
  [
    'a node port out of range',
    endpoint({ nodePort: 8080 }),
    'out-of-range',
    "lib/components/endpoints.ts: node port of 'shop' in prod (8080) must be from 30000 to 32767",
  ],
  [
    'a node port that an offset leads out of the range',
    prod({ nodePortOffset: 2700 }),
    'out-of-range',
    "overlays/prod.ts: 'nodePortOffset' (2700) makes node port 32780 of 'shop', which must be from 30000 to 32767",
  ],
  [
    'a node port that the cluster does not publish',
    cloud({ publishedNodePorts: [30081] }),
    'conflict',
    "argocd/clusters.ts: 'cloud': 'publishedNodePorts' must hold 30080, node port of 'shop' in prod",
  ],
  [
    'a call to another cluster without a node port',
    {
      ...endpoint({ nodePort: undefined }),
      ...site({ exposed: [] }),
      ...placing({ shop: 'farm', customer: 'cloud' }),
    },
    'refused',
    "prod/customer: customer: Endpoint 'shop' is called from another cluster, so it must have a 'nodePort' in lib/components/endpoints.ts",
  ],
];

/** Mistakes in the table of images. */
export const imageCases: readonly Case[] = [
  [
    'images that are no object',
    { images: cast([]) },
    'wrong-type',
    'overlays/images.json: must be an object, from service to images',
  ],
  [
    'a service without an image',
    { images: { customer: images().customer! } },
    'missing',
    "overlays/images.json: 'shop' is missing, every service must have an image",
  ],
  [
    'an image of nobody',
    { images: { ...images(), sohp: { default: 'a:1.0' } } },
    'unknown-name',
    "overlays/images.json: 'sohp' must be a service: 'shop', 'customer' (did you mean 'shop'?)",
  ],
  [
    'an image without a default',
    image(cast({ prod: 'a/b:1.0' })),
    'missing',
    "overlays/images.json: 'shop': 'default' is missing, it must be the image of every environment without its own",
  ],
  [
    'an image in place of images',
    image(cast('a/b:1.0')),
    'wrong-type',
    "overlays/images.json: 'shop' ('a/b:1.0') must be an object with a 'default' image",
  ],
  [
    'an image of an unknown environment',
    image({ default: 'a/b:1.0', prd: 'a/b:1.1' }),
    'unknown-name',
    "overlays/images.json: 'shop': 'prd' must be 'default' or an environment: 'prod' (did you mean 'prod'?)",
  ],
  [
    'an image with a moving tag',
    image({ default: 'a/b:main-latest' }),
    'not-pinned',
    "overlays/images.json: 'shop': 'default' ('a/b:main-latest') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
  [
    'an image of the newest of a version',
    image({ default: 'a/b:2.1-latest' }),
    'not-pinned',
    "overlays/images.json: 'shop': 'default' ('a/b:2.1-latest') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
  [
    'an image of whatever is stable',
    image({ default: 'a/b:stable' }),
    'not-pinned',
    "overlays/images.json: 'shop': 'default' ('a/b:stable') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
  [
    'an image of a whole series',
    image({ default: 'a/b:v2' }),
    'not-pinned',
    "overlays/images.json: 'shop': 'default' ('a/b:v2') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
  [
    'an image without a tag',
    image({ default: 'localhost:5000/shop' }),
    'not-pinned',
    "overlays/images.json: 'shop': 'default' ('localhost:5000/shop') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
  [
    'an image with two tags',
    image({ default: 'a/b:1.0:1.1' }),
    'malformed',
    "overlays/images.json: 'shop': 'default' ('a/b:1.0:1.1') must be an image reference, such as 'ghcr.io/owner/name:1.2.3'",
  ],
  [
    'an image that is a number',
    image({ default: cast(7) }),
    'wrong-type',
    "overlays/images.json: 'shop': 'default' (7) must be an image reference, such as 'ghcr.io/owner/name:1.2.3'",
  ],
  [
    'an image that is a text of a number',
    image({ default: '2' }),
    'not-pinned',
    "overlays/images.json: 'shop': 'default' ('2') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
];

function twoPorts(): Case[1] {
  const { shop, customer } = endpoint({}).endpoints!;
  return { endpoints: { shop: shop!, customer: { ...customer!, nodePort: 30080 } } };
}

function image(shop: { default: string; [environment: string]: string }): Partial<Case[1]> {
  return { images: { ...images(), shop } };
}
