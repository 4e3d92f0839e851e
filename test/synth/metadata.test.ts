import { Construct } from 'constructs';
import { useKubernetesApi } from '../../lib/constructs/connections.ts';
import { HttpWorkload } from '../../lib/constructs/http-workload.ts';
import { CronWorkload } from '../../lib/constructs/cron-workload.ts';
import { MigrationJob } from '../../lib/constructs/migration-job.ts';
import { StatefulWorkload } from '../../lib/constructs/stateful-workload.ts';
import { identityOf, titleOf } from '../../lib/model/manifest.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { secretRef } from '../../lib/model/secret-ref.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { inFolder } from '../kustomize/kustomization.ts';
import { kustomizes } from '../kustomize/kustomize.ts';
import { cluster, environment, platform, serviceOf, Shop } from '../fixtures/platform.ts';
import { at } from '../fixtures/synthesized.ts';

const sizing = { cpu: '100m', cpuLimit: '200m', memory: '64Mi', memoryLimit: '128Mi', scratch: '64Mi' } as const;
const probe = { check: { path: '/' }, period: 10 } as const;
const house = { sizing, probes: { liveness: probe, readiness: probe }, env: { A: secretRef('a', 'b') } };

class Store extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new StatefulWorkload(this, 'Default', { ...house, claim: { mountPath: '/data', size: '1Gi' }, replicas: 2 });
  }
}

class Migration extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new MigrationJob(this, 'Default', { sizing });
  }
}

class Report extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new CronWorkload(this, 'Default', { sizing, schedule: '@daily' });
  }
}

class Hosted extends Construct {
  constructor(scope: Construct, id: string, { host }: { host?: string } = {}) {
    super(scope, id);
    useKubernetesApi(this, [{ resources: ['pods'], verbs: ['get'] }]);
    new HttpWorkload(this, 'Default', { ...house, host, claim: { mountPath: '/data', size: '1Gi' } });
  }
}

const ofShop = { labels: { team: 'sales', tier: 'shop' }, annotations: { owner: 'a@example.com' } };
const { units, delivery } = unitsOf(
  platform({
    clusters: [
      cluster('cloud', {
        ingress: { className: 'traefik', namespace: 'kube-system', labels: {} },
        operators: ['cert-manager', 'external-secrets'],
      }),
    ],
    components: {
      shop: {
        services: {
          shop: {
            ...serviceOf(Shop, 'shop', { nodePort: 30080 }),
            metadata: { labels: { tier: 'code', code: 'yes' } },
          },
          hosted: serviceOf(Hosted, 'hosted'),
        },
      },
      store: {
        services: {
          store: serviceOf(Store, 'store'),
          migration: { construct: Migration, image: 'a/b:1.2.3' },
          report: { construct: Report, image: 'a/b:1.2.3' },
        },
      },
    },
    environments: [
      environment('prod', {
        metadata: {
          labels: { team: 'platform', cost: '7' },
          annotations: { 'example.com/page': 'https://a.example.com/?b=c' },
        },
        settings: {
          shop: {
            shop: { metadata: ofShop },
            hosted: { host: 'shop.example.com', metadata: { labels: { tier: 'hosted' } } },
          },
        } as never,
      }),
      environment('dev', { nodePortOffset: 1000 }),
    ],
  }),
);
const ofEnvironment = { labels: { cost: '7' }, annotations: { 'example.com/page': 'https://a.example.com/?b=c' } };
const objectsIn = (path: string): readonly Manifest[] => units.find(unit => unit.path === path)!.manifests;
const inProd = [
  'overlays/prod/shop',
  'overlays/prod/store',
  'clusters/cloud/prod/foundation',
  'clusters/cloud/prod/secrets',
];

test.each(inProd.flatMap(path => objectsIn(path).map(manifest => [path, titleOf(manifest), manifest] as const)))(
  'what an environment says reaches %s: %s',
  (_path, _title, manifest) => {
    expect(manifest.metadata).toMatchObject(ofEnvironment);
  },
);

test('what is said of a service reaches all of its objects, its node port and its policy included', () => {
  const own = objectsIn('overlays/prod/shop').filter(
    each => at(each, 'metadata', 'labels', 'app.kubernetes.io/name') === 'shop',
  );

  expect(own.map(titleOf).sort()).toEqual([
    'Deployment shop',
    'NetworkPolicy shop',
    'Service shop',
    'Service shop-nodeport',
    'ServiceAccount shop',
  ]);
  for (const { metadata } of own) {
    expect(metadata).toMatchObject({ labels: { ...ofShop.labels, code: 'yes' }, annotations: ofShop.annotations });
  }
});

test('what is said of a service reaches its right to read the Kubernetes API', () => {
  for (const title of ['ClusterRole shop-prod-hosted', 'ClusterRoleBinding shop-prod-hosted']) {
    expect(find('clusters/cloud/prod/foundation', title).metadata).toMatchObject({
      labels: { tier: 'hosted', cost: '7' },
    });
  }
});

test('what is said of a service counts more than what is said of its environment, and that more than its code', () => {
  const label = (name: string): unknown =>
    at(
      objectsIn('overlays/prod/shop').find(each => titleOf(each) === `Deployment ${name}`)!,
      'metadata',
      'labels',
      'team',
    );

  expect([label('shop'), label('hosted')]).toEqual(['sales', 'platform']);
  expect(at(find('overlays/prod/shop', 'Deployment shop'), 'metadata', 'labels', 'tier')).toBe('shop');
  expect(at(find('overlays/dev/shop', 'Deployment shop'), 'metadata', 'labels', 'tier')).toBe('code');
});

test('pods have it too, also those of a Job that is made anew', () => {
  for (const [path, title] of [
    ['overlays/prod/shop', 'Deployment shop'],
    ['overlays/prod/store', 'StatefulSet store'],
    ['overlays/prod/store', 'Job migration'],
  ] as const) {
    expect(at(find(path, title), 'spec', 'template', 'metadata')).toMatchObject(ofEnvironment);
  }
});

test('what a CronJob makes has it too', () => {
  const template = at(find('overlays/prod/store', 'CronJob report'), 'spec', 'jobTemplate');

  expect(at(template!, 'metadata')).toMatchObject(ofEnvironment);
  expect(at(template!, 'spec', 'template', 'metadata')).toMatchObject(ofEnvironment);
});

test('selectors, and templates of claims, which cannot be changed, are as they were', () => {
  const [prod, dev] = ['prod', 'dev'].map(name => find(`overlays/${name}/store`, 'StatefulSet store').spec as JsonMap);

  expect(prod!.selector).toEqual(dev!.selector);
  expect(prod!.volumeClaimTemplates).toEqual(dev!.volumeClaimTemplates);
  for (const [path, title, field] of [
    ['overlays/prod/shop', 'Service shop', 'selector'],
    ['overlays/prod/shop', 'Service shop-nodeport', 'selector'],
    ['overlays/prod/shop', 'NetworkPolicy shop', 'podSelector'],
    ['overlays/prod/store', 'PodDisruptionBudget store', 'selector'],
  ] as const) {
    expect(JSON.stringify(at(find(path, title), 'spec', field))).not.toMatch(/cost|team/);
  }
});

test('the base has what the code says alone, and what the cluster has once nothing of it', () => {
  const { manifests } = delivery.bases.find(({ component }) => component === 'shop')!;

  expect(
    at(
      manifests.find(each => titleOf(each) === 'Deployment shop')!,
      'metadata',
      'labels',
    ),
  ).toEqual({
    'app.kubernetes.io/name': 'shop',
    'app.kubernetes.io/part-of': 'shop',
    'code': 'yes',
    'tier': 'code',
  });
  expect(
    JSON.stringify([manifests, objectsIn('clusters/cloud/foundation'), objectsIn('overlays/dev/shop')]),
  ).not.toMatch(/cost/);
});

test.each(kustomizes())('$name builds all of it', kustomize => {
  const files = new Map([
    ...delivery.bases.flatMap(base => [...base.write().files]),
    ...units.flatMap(unit => [...unit.files]),
  ]);
  inFolder(files, folder => {
    for (const path of inProd) {
      const objects = kustomize.build(`${folder}/${path}`) as Manifest[];
      expect(byIdentity(objects)).toEqual(byIdentity(objectsIn(path)));
    }
  });
});

function find(path: string, title: string): Manifest {
  const found = objectsIn(path).find(each => titleOf(each) === title);
  if (!found) throw new Error(`There is no ${title} in ${path}`);
  return found;
}

function byIdentity(manifests: readonly Manifest[]): Record<string, Manifest> {
  return Object.fromEntries(manifests.map(manifest => [identityOf(manifest), manifest]));
}
