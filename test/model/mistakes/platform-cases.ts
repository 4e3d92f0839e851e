import type { Offer } from '../../../lib/model/offer.ts';
import { environment, serviceOf, Shop } from '../../fixtures/platform.ts';
import { cast, cloud, component, components, offer, offers, placing, prod, service, setting, site } from './case.ts';
import type { Case, Wrong } from './case.ts';

/** What each cluster needs, as long as it is right. */
const scouts = { suffix: 'scout', of: 'shop', on: () => ({ services: { scout: serviceOf(Shop, 'scout') } }) };

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
    'a placement without a default',
    placing({ shop: 'cloud', customer: 'cloud' }),
    'missing',
    "overlays/prod.ts: 'placement': 'default' is missing, it must be one of 'cloud', 'farm', 'none'",
  ],
  [
    'a default that is no cluster',
    placing({ default: 'clowd' }),
    'unknown-name',
    "overlays/prod.ts: 'placement': 'default' is on 'clowd', which must be one of 'cloud', 'farm', 'none' (did you mean 'cloud'?)",
  ],
  [
    'settings of a component that is left out',
    prod({ placement: { default: 'cloud', customer: 'none' }, settings: { customer: { customer: { replicas: 2 } } } }),
    'conflict',
    "overlays/prod.ts: 'settings': 'customer' is not in this environment, its settings must go: nothing reads them",
  ],
  [
    'a component on an unknown cluster',
    placing({ default: 'cloud', shop: 'clowd' }),
    'unknown-name',
    "overlays/prod.ts: 'placement': 'shop' is on 'clowd', which must be one of 'cloud', 'farm', 'none' (did you mean 'cloud'?)",
  ],
  [
    'a place that is a number',
    placing({ default: 'cloud', shop: 2 }),
    'wrong-type',
    "overlays/prod.ts: 'placement.shop' (2) must be a text that is not empty",
  ],
  [
    'a place for an unknown component',
    placing({ default: 'cloud', bank: 'cloud' }),
    'unknown-name',
    "overlays/prod.ts: 'placement': 'bank' must be a component: 'shop', 'customer'",
  ],
  [
    'a place for a component that follows another',
    { ...placing({ 'default': 'cloud', 'farm-scout': 'farm' }), ...components({ ...tables(), scout: scouts }) },
    'conflict',
    "overlays/prod.ts: 'placement': 'farm-scout' must be left out: it follows from the clusters, and from where 'shop' is",
  ],
  [
    'a call to a component that is not there',
    { environments: [environment('dev'), environment('prod', { placement: { default: 'cloud', shop: 'none' } })] },
    'refused',
    "prod/customer: customer: calls 'shop/shop', but component 'shop' is placed nowhere here ('none'): it must have a cluster, or what calls it must be switched off",
  ],
  [
    'a call to a component that no environment has',
    placing({ default: 'cloud', shop: 'none' }),
    'refused',
    "base/customer: customer: calls 'shop/shop', but component 'shop' is placed nowhere here ('none'): it must have a cluster, or what calls it must be switched off",
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
    'data that is to lie where nothing lies',
    prod({ data: 'local' }),
    'unknown-name',
    "overlays/prod.ts: 'data' ('local') must be one of 'networked'",
  ],
  [
    'networked data where no cluster has a class for it',
    prod({ data: 'networked' }),
    'not-served-here',
    "overlays/prod.ts: 'data' ('networked') needs a 'networkedClass', which no cluster of the environment has: 'cloud'. It must be left out, or one must have it",
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
    "overlays/prod.ts: 'nodeportOffset' is an unknown key, it must be one of 'name', 'placement', 'nodePortOffset', 'revision', 'sync', 'syncWindows', 'data', 'issuer', 'metadata', 'settings' (did you mean 'nodePortOffset'?)",
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

/** Mistakes in components, in what their services offer, and in node ports. */
export const componentCases: readonly Case[] = [
  ['components that are a list', components([]), 'wrong-type', 'overlays/components.ts: must be a table of components'],
  [
    'a component that is a text',
    components({ ...tables(), customer: 'customer' }),
    'wrong-type',
    "overlays/components.ts: 'customer' ('customer') must be an object",
  ],
  [
    'a component without services',
    component({ services: undefined }),
    'missing',
    "overlays/components.ts: 'customer.services' is missing, it must be an object",
  ],
  [
    'a misspelt field of a component',
    component({ statefull: true }),
    'unknown-key',
    "overlays/components.ts: 'customer.statefull' is an unknown key, it must be one of 'namespace', 'namespaceLabels', 'namespaceAnnotations', 'podSecurity', 'stateful', 'wave', 'services', 'objects', 'secrets', 'accepts', 'alerts', 'dashboard', 'alsoScrapes', 'satellite', 'folder', 'quota', 'seriesLabel', 'table' (did you mean 'stateful'?)",
  ],
  [
    'a wave that is no number',
    component({ wave: NaN }),
    'out-of-range',
    "overlays/components.ts: 'customer.wave' (NaN) must be a whole number from -1000 to 1000",
  ],
  [
    'a wave between two',
    component({ wave: 1.5 }),
    'out-of-range',
    "overlays/components.ts: 'customer.wave' (1.5) must be a whole number from -1000 to 1000",
  ],
  [
    'a wave as a text',
    component({ wave: '2' }),
    'wrong-type',
    "overlays/components.ts: 'customer.wave' ('2') must be a whole number from -1000 to 1000",
  ],
  [
    'a class in place of a service',
    component({ services: { customer: Shop } }),
    'wrong-type',
    "overlays/components.ts: 'customer.services.customer' (a function) must be an object",
  ],
  [
    'a service of no class',
    service({ construct: () => undefined }),
    'wrong-type',
    "overlays/components.ts: 'customer.services.customer.construct' (a function) must be a class of constructs",
  ],
  [
    'a service with an underscore',
    component({ services: { a_b: serviceOf(Shop, 'a') } }),
    'malformed',
    "overlays/components.ts: 'customer.services': key 'a_b' must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
  ],
  [
    'two components in one namespace',
    component({ namespace: 'shop' }),
    'duplicate',
    "overlays/components.ts: 'shop' and 'customer' share the namespace 'shop', each component must have its own",
  ],
  [
    'a namespace that is too long',
    component({ namespace: 'a'.repeat(60) }),
    'out-of-range',
    "overlays/components.ts: namespace of 'customer': 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-prod' (65 characters) must have at most 63",
  ],
  [
    'what each cluster needs without a suffix',
    components({ ...tables(), scout: { ...scouts, suffix: undefined } }),
    'missing',
    "overlays/components.ts: 'scout.suffix' is missing, it must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
  ],
  [
    'what each cluster needs for nobody',
    components({ ...tables(), scout: { ...scouts, of: 'sohp' } }),
    'unknown-name',
    "overlays/components.ts: 'scout.of' ('sohp') must be a component that is placed by name: 'shop', 'customer' (did you mean 'shop'?)",
  ],
  [
    'what follows what follows itself',
    component({ satellite: { cluster: 'farm', of: 'customer' } }),
    'unknown-name',
    "overlays/components.ts: 'customer.satellite.of' ('customer') must be a component that is placed by name: 'shop'",
  ],
  [
    'what is bound to a cluster that is none',
    component({ satellite: { cluster: 'fram', of: 'shop' } }),
    'unknown-name',
    "overlays/components.ts: 'customer.satellite.cluster' ('fram') must be a cluster: 'cloud', 'farm' (did you mean 'farm'?)",
  ],
  [
    'offers that are a list',
    service({ offers: [] }),
    'wrong-type',
    "overlays/components.ts: 'customer.services.customer.offers' ([]) must be an object",
  ],
  [
    'one endpoint of two services of a component',
    component({ services: { customer: serviceOf(Shop, 'customer'), other: serviceOf(Shop, 'customer') } }),
    'duplicate',
    "component 'customer': endpoint: 'customer' is defined twice, each name must be there once",
  ],
  [
    'an endpoint over a protocol of its own',
    offer({ scheme: 'htpp' }),
    'unknown-name',
    "overlays/components.ts: 'shop.services.shop.offers.shop.scheme' ('htpp') must be 'http' or 'tcp' (did you mean 'http'?)",
  ],
  [
    'a port out of range',
    offer({ port: 70000 }),
    'out-of-range',
    "service 'shop/shop': endpoint 'shop': 'port' (70000) must be a whole number from 1 to 65535",
  ],
  [
    'two endpoints on one port',
    offers({ shop: { port: 8080, nodePort: 30080 }, till: { port: 8080, portName: 'till' } }),
    'duplicate',
    "service 'shop/shop': port: '8080' is defined twice, each name must be there once",
  ],
  [
    'two endpoints on ports of one name',
    offers({ shop: { port: 8080, nodePort: 30080 }, till: { port: 8081 } }),
    'duplicate',
    "service 'shop/shop': port name: 'http' is defined twice, each name must be there once",
  ],
  [
    'a misspelt field of an endpoint',
    offer({ nodeport: 30080 }),
    'unknown-key',
    "overlays/components.ts: 'shop.services.shop.offers.shop.nodeport' is an unknown key, it must be one of 'port', 'targetPort', 'portName', 'scheme', 'through', 'nodePort', 'metrics' (did you mean 'nodePort'?)",
  ],
  [
    'metrics at a relative path',
    offer({ metrics: { path: 'metrics' } }),
    'malformed',
    "overlays/components.ts: 'shop.services.shop.offers.shop.metrics.path' ('metrics') must be a path that begins with '/'",
  ],
  [
    'a job that two programs answer',
    components({ shop: scraped('shop', { nodePort: 30080 }), customer: scraped('customer') }),
    'duplicate',
    "service 'customer/customer': scrape job 'till' is one of 'shop/shop' too, each must have its own",
  ],
  [
    'an alert of two services',
    components({ shop: watched('shop', { nodePort: 30080 }), customer: watched('customer') }),
    'duplicate',
    "service 'customer/customer': alert 'Down' is one of 'shop/shop' too, each must have its own",
  ],
  [
    'two environments with one node port',
    { environments: [environment('dev'), environment('prod')] },
    'duplicate',
    "overlays/prod.ts: 'nodePortOffset' (0) must be that of no other environment: 'shop/shop' in dev and 'shop/shop' in prod share node port 30080 of cluster 'cloud'",
  ],
  [
    'two endpoints with one node port',
    service({ offers: { customer: { port: 8081, nodePort: 30080 } } }),
    'duplicate',
    "service 'customer/customer': endpoint 'customer/customer': 'shop/shop' in prod and 'customer/customer' in prod share node port 30080 of cluster 'cloud', it must be of one",
  ],
  [
    'a node port out of range',
    offer({ nodePort: 8080 }),
    'out-of-range',
    "service 'shop/shop': endpoint 'shop/shop': 'nodePort' (8080) must be from 30000 to 32767",
  ],
  [
    'a node port that an offset leads out of the range',
    prod({ nodePortOffset: 2700 }),
    'out-of-range',
    "overlays/prod.ts: 'nodePortOffset' (2700) makes node port 32780 of 'shop/shop', which must be from 30000 to 32767",
  ],
  [
    'a node port that the cluster does not publish',
    cloud({ publishedNodePorts: [30081] }),
    'conflict',
    "argocd/clusters.ts: 'cloud': 'publishedNodePorts' must hold 30080, node port of 'shop/shop' in prod",
  ],
  [
    'a call to another cluster without a node port',
    { ...offer({ nodePort: undefined }), ...site({ exposed: [] }), ...placing({ default: 'cloud', shop: 'farm' }) },
    'refused',
    "prod/customer: customer: Endpoint 'shop/shop' is called from another cluster, so it must have a 'nodePort' where service 'shop' of component 'shop' offers it",
  ],
];

/** Mistakes in the images of services, and in the pins. */
export const imageCases: readonly Case[] = [
  [
    'images that are no object',
    { images: cast([]) },
    'wrong-type',
    "overlays/images.json: must be an object, from '<component>/<service>' to pinned images",
  ],
  [
    'a service without an image',
    service({ image: undefined }),
    'missing',
    "overlays/components.ts: 'customer.services.customer.image' is missing, it must be a text that is not empty",
  ],
  [
    'a service whose own image moves',
    service({ image: 'a/b:latest' }),
    'not-pinned',
    "service 'customer/customer': 'image' ('a/b:latest') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
  [
    'an image of nobody',
    { images: { 'shop/sohp': { default: 'a:1.0' } } },
    'unknown-name',
    "overlays/images.json: 'shop/sohp' must be '<component>/<service>' (did you mean 'shop/shop'?)",
  ],
  [
    'an image in place of images',
    image(cast('a/b:1.0')),
    'wrong-type',
    "overlays/images.json: 'shop/shop' ('a/b:1.0') must be an object, from environment to image",
  ],
  [
    'an image of an unknown environment',
    image({ default: 'a/b:1.0', prd: 'a/b:1.1' }),
    'unknown-name',
    "overlays/images.json: 'shop/shop': 'prd' must be 'default' or an environment: 'prod' (did you mean 'prod'?)",
  ],
  [
    'an image with a moving tag',
    image({ default: 'a/b:main-latest' }),
    'not-pinned',
    "overlays/images.json: 'shop/shop': 'default' ('a/b:main-latest') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
  [
    'an image of the newest of a version',
    image({ default: 'a/b:2.1-latest' }),
    'not-pinned',
    "overlays/images.json: 'shop/shop': 'default' ('a/b:2.1-latest') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
  [
    'an image of whatever is stable',
    image({ default: 'a/b:stable' }),
    'not-pinned',
    "overlays/images.json: 'shop/shop': 'default' ('a/b:stable') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
  [
    'an image of a whole series',
    image({ default: 'a/b:v2' }),
    'not-pinned',
    "overlays/images.json: 'shop/shop': 'default' ('a/b:v2') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
  [
    'an image without a tag',
    image({ default: 'localhost:5000/shop' }),
    'not-pinned',
    "overlays/images.json: 'shop/shop': 'default' ('localhost:5000/shop') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
  [
    'an image with two tags',
    image({ default: 'a/b:1.0:1.1' }),
    'malformed',
    "overlays/images.json: 'shop/shop': 'default' ('a/b:1.0:1.1') must be an image reference, such as 'ghcr.io/owner/name:1.2.3'",
  ],
  [
    'an image that is a number',
    image({ default: cast(7) }),
    'wrong-type',
    "overlays/images.json: 'shop/shop': 'default' (7) must be an image reference, such as 'ghcr.io/owner/name:1.2.3'",
  ],
  [
    'an image that is a text of a number',
    image({ default: '2' }),
    'not-pinned',
    "overlays/images.json: 'shop/shop': 'default' ('2') must have an exact tag or a digest: what it means today must be what it means tomorrow",
  ],
];

function tables(): object {
  return component({}).components!;
}

function scraped(name: string, offer: Partial<Offer> = {}): object {
  const emits = { name, metrics: {} };
  return { services: { [name]: { ...serviceOf(Shop, name, { ...offer, metrics: { job: 'till' } }), emits } } };
}

function watched(name: string, offer: Partial<Offer> = {}): object {
  const alerts = { Down: { for: '1m', severity: 'warning', summary: 'a', runbook: 'b', expr: () => 'up == 0' } };
  return { services: { [name]: { ...serviceOf(Shop, name, offer), alerts } } };
}

function image(pins: Readonly<Record<string, string>>): Wrong {
  return { images: { 'shop/shop': pins } };
}
