import fc from 'fast-check';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import { secretFile, secretRef } from '../../lib/model/secret-ref.ts';
import type { Rows } from '../../lib/model/platform.ts';
import { anything, outcomeOf, pathsOf, replaced } from '../fixtures/casts.ts';
import { cluster, Customer, environment, rows, serviceOf, Shop } from '../fixtures/platform.ts';
import { Synthesized } from '../fixtures/synthesized.ts';

const probe = { check: { path: '/' }, period: 10, timeout: 1, failures: 3, delay: 1 };

const nodeTerm = { matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] };

const container = {
  image: 'example.com/proxy:1.2.3',
  command: ['a'],
  args: ['b'],
  env: { A: 'b' },
  writable: ['/run'],
  mounts: { '/b': { volume: 'b' } },
  runAs: 20000,
  sizing: { cpu: '10m', cpuLimit: '20m', memory: '16Mi', memoryLimit: '32Mi', scratch: '16Mi' },
};

/** Every prop of a service, so that each of them is replaced in turn. */
const shop = {
  command: ['serve'],
  args: ['--fast'],
  env: { PLAIN: 'yes', TOKEN: secretRef('token', 'a'), FILE: secretFile('token', 'b') },
  config: [{ name: 'config', mountPath: '/etc/shop', files: { 'shop.yaml': 'on: true' } }],
  writable: ['/var/cache'],
  kubernetesApi: false,
  probes: {
    startup: probe,
    liveness: { ...probe, check: 'connect' },
    readiness: { ...probe, check: { command: ['a'] } },
  },
  runAs: 20000,
  priority: 'batch',
  sizing: { cpu: '100m', cpuLimit: '200m', memory: '64Mi', memoryLimit: '128Mi', scratch: '64Mi' },
  claim: { mountPath: '/data', size: '1Gi', storageClass: 'fast' },
  host: 'shop.example.com',
  ports: { admin: 8090 },
  gracePeriod: 60,
  pods: {
    env: { MORE: 'yes', KEY: secretRef('key', 'a') },
    sidecars: {
      proxy: {
        ...container,
        probes: { liveness: probe, readiness: probe },
        endpoints: ['shop'],
        ports: { proxy: 8091 },
        lifecycle: { postStart: { path: '/' } },
        startsFirst: true,
      },
    },
    initContainers: { wait: container },
    volumes: {
      a: { emptyDir: { size: '1Mi', medium: 'memory' } },
      b: { configMap: { name: 'shop-config', items: { 'shop.yaml': 'shop.yaml' } } },
      c: { secret: { name: 'token', keys: ['a'] } },
      d: { projected: [{ serviceAccountToken: { audience: 'a', path: 'token', expires: 600 } }] },
      e: { claim: 'shop' },
      f: { ephemeralClaim: { size: '1Gi', storageClass: 'fast' } },
      g: { csi: { driver: 'csi.example.com', attributes: { a: 'b' } } },
    },
    mounts: { '/a': { volume: 'a', readOnly: true, subPath: 'a' } },
    nodeSelector: { a: 'b' },
    tolerations: [{ key: 'a', operator: 'Equal', value: 'b', effect: 'NoExecute', tolerationSeconds: 7 }],
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [nodeTerm] },
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: nodeTerm }],
      },
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 1,
            podAffinityTerm: {
              topologyKey: 'a',
              labelSelector: { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] },
              namespaces: ['a'],
            },
          },
        ],
      },
    },
    gpus: { count: 1 },
    runtimeClass: 'nvidia',
    lifecycle: { preStop: { command: ['a'] } },
    gracePeriod: 60,
  },
  metadata: { labels: { a: 'b' }, annotations: { a: 'b' } },
};

const watched = {
  emits: { name: 'shop', version: '1.2', metrics: { sales: { type: 'counter', labels: ['till'] } } },
  alerts: { Down: { threshold: 1, for: '1m', severity: 'warning', summary: 'a', runbook: 'b', expr: () => 'up' } },
  panels: [{ title: 'Sales' }],
  contracts: [{ listens: 'shop', always: 8080 }],
};

type Tables = Rows & { readonly images: unknown };

/** A platform in which every field of every table is set. */
const whole: Tables = {
  images: { 'shop/shop': { default: 'a/b:1.2.3', dev: 'a/b:1.2.4' }, 'shop/shop/proxy': { prod: 'a/b:1.2.3' } },
  ...rows({
    clusters: [
      cluster('cloud', {
        ingress: { className: 'traefik', namespace: 'kube-system', labels: { app: 'traefik' } },
        operators: ['cert-manager', 'external-secrets'],
        publishedNodePorts: [30080],
        dns: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, addresses: ['10.0.0.0/24'] },
        nodes: [
          {
            name: 'a',
            count: 2,
            cpu: '2',
            memory: '8Gi',
            ephemeralStorage: '50Gi',
            labels: { a: 'b' },
            taints: [{ key: 'a', value: 'b', effect: 'PreferNoSchedule' }],
            gpus: { count: 1 },
          },
        ],
      }),
      cluster('farm', { tailnetHost: 'barn.example.ts.net', apiServerPort: 6550, operators: ['external-secrets'] }),
    ],
    environments: [
      environment('prod', {
        nodePortOffset: 0,
        sync: 'manual',
        revision: 'refs/tags/v1',
        issuer: 'staging',
        metadata: { labels: { team: 'a' }, annotations: { team: 'b' } },
        settings: { shop: { shop }, customer: { customer: { replicas: 1, autoscaling: undefined } } } as never,
      }),
      environment('dev', {
        nodePortOffset: 100,
        placement: { default: 'none', shop: 'farm', customer: 'farm' },
        settings: { shop: { shop: { autoscaling: { min: 1, max: 2, cpuPercent: 70 } } } } as never,
      }),
    ],
    tenants: [{ name: 'a', quota: { cpu: '1', memory: '1Gi' } }],
    components: {
      shop: {
        namespace: { prod: 'store' },
        namespaceLabels: { mesh: 'on' },
        namespaceAnnotations: { owner: 'us' },
        podSecurity: 'baseline',
        secrets: { db: ['password'] },
        accepts: { 'pinned-image': 'to be mended' },
        stateful: true,
        wave: 21,
        folder: 'lib/shop/',
        alsoScrapes: { kubelet: { name: 'kubelet', metrics: {}, emitsTooMuch: true, speaksForOthers: true } },
        dashboard: {} as never,
        services: {
          shop: {
            ...serviceOf(Shop, 'shop'),
            metadata: { labels: { owner: 'a' }, annotations: { owner: 'b' } },
            offers: {
              shop: {
                port: 8080,
                targetPort: 8081,
                portName: 'http',
                scheme: 'http',
                through: { name: 'till', headless: false, publishNotReadyAddresses: false },
                nodePort: 30080,
                metrics: { path: '/metrics', job: 'shop', replicated: false },
              },
            },
            ...(watched as object),
          },
        },
      },
      customer: { services: { customer: serviceOf(Customer, 'customer', { port: 8081 }) } },
      scout: { suffix: 'scout', of: 'shop', on: () => ({ services: { scout: serviceOf(Shop, 'scout') } }) },
      spy: { satellite: { cluster: 'cloud', of: 'shop' }, services: { spy: serviceOf(Shop, 'spy') } },
    },
  }),
};

const paths = pathsOf(whole);

test('a platform with every field set is delivered', () => {
  expect(() => deliver(whole)).not.toThrow();
  expect(paths.length).toBeGreaterThan(150);
});

test('whatever stands in place of a field, it is told in words or delivered', () => {
  fc.assert(
    fc.property(fc.constantFrom(...paths), anything, (path, value) => {
      expect(outcomeOf(() => deliver(replaced(whole, path, value) as Tables))).toMatch(/^(delivered|told)$/);
    }),
    { numRuns: 500 },
  );
});

test.each([[undefined], [null], [7], ['x'], [{}], [[]], [new Map()]])(
  'each field as %p is told or delivered',
  value => {
    const odd = paths
      .map(path => [path.join('.'), outcomeOf(() => deliver(replaced(whole, path, value) as Tables))] as const)
      .filter(([, outcome]) => outcome !== 'delivered' && outcome !== 'told');

    expect(odd).toEqual([]);
  },
);

function deliver({ images, ...tables }: Tables): void {
  new Synthesized(checkedPlatform(tables, images));
}
