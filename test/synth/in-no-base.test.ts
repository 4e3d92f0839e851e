import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { inNoBase } from '../../lib/constructs/in-no-base.ts';
import type { Environment } from '../../lib/model/environment.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { environment, platform, serviceOf, Shop } from '../fixtures/platform.ts';

/** A service with a page that an environment may turn off, and all that is below the page. */
class Paged extends Construct {
  constructor(scope: Construct, id: string, { page = 'plain' }: { page?: 'plain' | 'fancy' | 'none' } = {}) {
    super(scope, id);
    new Shop(this, 'Default');
    if (page === 'none') return;
    const holder = inNoBase(new Construct(this, 'Page'));
    new ApiObject(holder, page, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${id}-${page}` } });
  }
}

const shop = { services: { shop: serviceOf(Paged, 'shop', { nodePort: 30080 }) } };
const { delivery, units } = unitsOf(
  platform({
    components: { shop },
    environments: [
      environment('dev', { nodePortOffset: 1000 }),
      setting('test', 1100, 'fancy'),
      setting('prod', 0, 'none'),
    ],
  }),
);
const pagesOf = (path: string) =>
  units
    .find(unit => unit.path === path)!
    .manifests.filter(isPage)
    .map(nameOf);

test('what is marked stands in no base, with all that is below it', () => {
  expect(delivery.bases[0]!.manifests.filter(isPage)).toEqual([]);
  expect(delivery.bases[0]!.manifests.map(({ kind }) => kind)).toContain('Deployment');
});

test('an environment that has it adds it whole, each in its own form, and one that has it not drops nothing', () => {
  expect(['dev', 'test', 'prod'].map(name => pagesOf(`overlays/${name}/shop`))).toEqual([
    ['shop-plain'],
    ['shop-fancy'],
    [],
  ]);
  const { files } = units.find(({ path }) => path === 'overlays/test/shop')!;

  expect([...files.keys()]).toContain('overlays/test/shop/configmap.shop-fancy.yaml');
});

function isPage({ kind }: { readonly kind: string }): boolean {
  return kind === 'ConfigMap';
}

function nameOf({ metadata }: { readonly metadata: { readonly name: string } }): string {
  return metadata.name;
}

function setting(name: string, nodePortOffset: number, page: string): Environment {
  return environment(name, { nodePortOffset, settings: { shop: { shop: { page } } } as never });
}
