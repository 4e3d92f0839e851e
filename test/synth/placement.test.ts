import { Construct } from 'constructs';
import { connectIfThere } from '../../lib/constructs/connections.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { environment, named, platform, rows, serviceOf, Shop } from '../fixtures/platform.ts';
import { filesOf, exampleEnvironment, examplePlatform, rendered } from '../fixtures/example-platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

/** A service that calls the shop where there is one. */
class Wanderer extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const url = connectIfThere(this, named('shop/shop'))?.url;
    new Shop(this, 'Default', { env: { ...(url && { SHOP_URL: url }) } });
  }
}

const components = { ...rows().components, customer: { services: { customer: serviceOf(Wanderer, 'customer') } } };
const dev = environment('dev', { nodePortOffset: 1000 });
const without = environment('prod', { placement: { default: 'cloud', shop: 'none' } });
const somewhere = new Synthesized(platform({ components, environments: [dev, without] }));

test('what is not named is placed where the default is, what is named where it says', () => {
  const prod = environment('prod', { placement: { default: 'farm', shop: 'cloud' } });
  const { units } = new Synthesized(platform({ environments: [dev, prod] }));
  const clusters = units.filter(({ owner }) => owner === 'component').map(({ path, cluster }) => [path, cluster]);

  expect(Object.fromEntries(clusters)).toEqual({
    'overlays/dev/shop': 'cloud',
    'overlays/dev/customer': 'cloud',
    'overlays/prod/shop': 'cloud',
    'overlays/prod/customer': 'farm',
  });
});

describe('a component that an environment places nowhere', () => {
  test('has no overlay there, no namespace, no Application, no port and no policy', () => {
    expect(somewhere.unit('overlays/dev/shop')).toBeDefined();
    expect(somewhere.unit('overlays/prod/shop')).toBeUndefined();
    expect(somewhere.names('Namespace', 'clusters/')).toEqual(['customer-dev', 'customer-prod', 'shop-dev']);
    expect(somewhere.names('Application')).toContain('dev-shop');
    expect(somewhere.names('Application')).not.toContain('prod-shop');
    expect(somewhere.names('Service', 'overlays/prod')).toEqual(['customer']);
    expect(JSON.stringify(somewhere.objects('overlays/prod'))).not.toContain('shop');
  });

  test('is unknown to what can do without it, which is told its address everywhere else', () => {
    const env = (path: string) =>
      at(
        somewhere.unit(path)!.manifests.find(({ kind }) => kind === 'Deployment')!,
        ...['spec', 'template', 'spec', 'containers', 0, 'env'],
      );

    expect(env('overlays/dev/customer')).toEqual([
      { name: 'SHOP_URL', value: 'http://shop.shop-dev.svc.cluster.local:8080' },
    ]);
    expect(env('overlays/prod/customer')).toBeUndefined();
  });

  test('is neither scraped nor watched there', () => {
    const { 'edge-models': _gone, ...settings } = exampleEnvironment('prod').settings;
    const prod = exampleEnvironment('prod', { placement: { 'edge-models': 'none' }, settings });
    const here = rendered('monitoring', exampleEnvironment('prod'));
    const gone = rendered('monitoring', prod, examplePlatform({ environments: [exampleEnvironment('dev'), prod] }));
    const lost = (configMap: string): string[] => {
      const left = Object.keys(filesOf(gone, configMap));
      return Object.keys(filesOf(here, configMap)).filter(file => !left.includes(file));
    };

    expect(lost('prometheus-scrape')).toEqual(['k3d-ml-apps.yml']);
    expect(lost('prometheus-rules')).toContain('ModelAccuracyLow.yml');
    expect(lost('prometheus-rules').filter(file => !file.startsWith('Model'))).toEqual([]);
    expect(JSON.stringify(filesOf(gone, 'prometheus-scrape'))).not.toContain('edge-models');
  });
});

test('a component that no environment has stands in no base, and asks for nothing', () => {
  const nowhere = platform({ components, environments: [without] });
  const { delivery } = unitsOf(nowhere);

  expect(delivery.bases.map(({ path }) => path)).toEqual(['base/customer']);
  expect(new Synthesized(nowhere).names('AppProject')).toContain('prod');
});
