import { Construct } from 'constructs';
import { clusterObject } from '../../lib/constructs/cluster-object.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { environment, platform, serviceOf, Shop } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

function storageClass(provisioner: string): Manifest {
  return { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner };
}

/** A service that needs a storage class. */
function needing(provisioner: string) {
  return class extends Construct {
    constructor(scope: Construct, id: string, { other = provisioner }: { other?: string } = {}) {
      super(scope, id);
      clusterObject(this, storageClass(other));
      new Shop(this, 'Default');
    }
  };
}

function delivered(shop: string, customer: string, prod = environment('prod')): Synthesized {
  const components = {
    shop: { services: { shop: serviceOf(needing(shop), 'shop', { nodePort: 30080 }) } },
    customer: { services: { customer: serviceOf(needing(customer), 'customer') } },
  };
  return new Synthesized(platform({ components, environments: [environment('dev', { nodePortOffset: 1000 }), prod] }));
}

test('what two components and two environments ask for is there once, beside what the cluster has anyway', () => {
  const all = delivered('a.example.com', 'a.example.com');

  expect(all.names('StorageClass')).toEqual(['fast']);
  expect(all.unit('clusters/cloud/foundation')!.manifests).toContainEqual(storageClass('a.example.com'));
  expect(all.unit('clusters/cloud/foundation')!.environment).toBeUndefined();
  expect(at(all.find('AppProject', 'platform-cloud'), 'spec', 'clusterResourceWhitelist')).toContainEqual({
    group: 'storage.k8s.io',
    kind: 'StorageClass',
  });
});

test('it is on each cluster whose components ask for it, and on no other', () => {
  const apart = delivered('a.example.com', 'a.example.com', environment('prod', { placement: { default: 'farm' } }));

  expect(apart.names('StorageClass', 'clusters/cloud/foundation')).toEqual(['fast']);
  expect(apart.names('StorageClass', 'clusters/farm/foundation')).toEqual(['fast']);
  expect(delivered('a.example.com', 'a.example.com').names('StorageClass', 'clusters/farm')).toEqual([]);
});

test('two that differ are a mistake, told for each who differs from the first', () => {
  const differs = (where: string): string =>
    `${where}: StorageClass fast differs from the one that dev/customer asks cluster 'cloud' for, both must ask for the same`;

  expect(() => delivered('a.example.com', 'b.example.com')).toThrow(
    [differs('dev/shop'), differs('prod/shop')].join('\n'),
  );
});

test('two that differ are none where they are on two clusters', () => {
  const settings = { shop: { shop: { other: 'b.example.com' } }, customer: { customer: { other: 'b.example.com' } } };
  const prod = environment('prod', { placement: { default: 'farm' }, settings: settings as never });
  const apart = delivered('a.example.com', 'a.example.com', prod);
  const provisioners = ['cloud', 'farm'].flatMap(name =>
    apart
      .objects(`clusters/${name}/foundation`)
      .filter(({ kind }) => kind === 'StorageClass')
      .map(({ provisioner }) => provisioner),
  );

  expect(provisioners).toEqual(['a.example.com', 'b.example.com']);
});

describe('what only environments ask for that wait for a person', () => {
  const manual = { sync: 'manual' } as const;
  const byHand = new Synthesized(
    platform({
      components: { shop: { services: { shop: serviceOf(needing('a.example.com'), 'shop', { nodePort: 30080 }) } } },
      environments: [environment('dev', { nodePortOffset: 1000, ...manual }), environment('prod', manual)],
    }),
  );

  test('waits as well, in a unit of its own', () => {
    expect(byHand.names('StorageClass')).toEqual(['fast']);
    expect(byHand.unit('clusters/cloud/manual')!.manifests).toEqual([storageClass('a.example.com')]);
    expect(at(byHand.find('Application', 'cloud-manual'), 'spec', 'syncPolicy', 'automated', 'enabled')).toBe(false);
  });

  test('comes by itself once an environment asks for it that does', () => {
    const shared = delivered('a.example.com', 'a.example.com', environment('prod', manual));

    expect(shared.unit('clusters/cloud/manual')).toBeUndefined();
    expect(shared.names('StorageClass', 'clusters/cloud/foundation')).toEqual(['fast']);
  });

  test('and nothing else of such an environment comes by itself', () => {
    const automated = byHand
      .objects('argocd/roots')
      .filter(each => at(each, 'spec', 'syncPolicy', 'automated', 'enabled') === true)
      .map(({ metadata }) => metadata.name);

    expect(automated.sort()).toEqual([
      'cloud-argocd',
      'cloud-argocd-clusters',
      'cloud-argocd-settings',
      'cloud-external-secrets',
      'cloud-foundation',
      'farm-access',
      'farm-foundation',
    ]);
    expect(byHand.unit('clusters/cloud/foundation')!.manifests.map(({ kind }) => kind)).toEqual([
      'PriorityClass',
      'PriorityClass',
      'PriorityClass',
    ]);
  });
});
