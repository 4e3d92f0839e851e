import { Construct } from 'constructs';
import { connect } from '../../lib/constructs/connections.ts';
import { perCluster } from '../../lib/model/component.ts';
import type { Environment } from '../../lib/model/environment.ts';
import { clusterNameOf } from '../../lib/model/placement.ts';
import { cluster, environment, named, platform, rows, serviceOf, Shop } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

/** What tells the shop, from each cluster that the shop is not on. */
class Scout extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new Shop(this, 'Default', { env: { SHOP_URL: connect(this, named('shop/shop')).url } });
  }
}

const scout = perCluster({
  suffix: 'scout',
  of: 'shop',
  on: name => ({ services: { [`${name}-scout`]: serviceOf(Scout, `${name}-scout`) } }),
});
const { clusters, components } = rows();
const tables = { clusters: [...clusters, cluster('plant')], components: { ...components, scout } };

function placing(placement: Environment['placement']) {
  return platform({ ...tables, environments: [environment('prod', { placement })] });
}

test('there is one for each cluster, called after it, and none that is called as the row', () => {
  expect(Object.keys(placing({ default: 'cloud' }).components)).toEqual([
    ...['shop', 'customer', 'cloud-scout', 'farm-scout', 'plant-scout'],
  ]);
});

test.each<[string, Environment['placement'], (string | undefined)[]]>([
  ['follows to every cluster but its own', { default: 'cloud' }, [undefined, 'farm', 'plant']],
  ['changes sides with it', { default: 'cloud', shop: 'farm' }, ['cloud', undefined, 'plant']],
  ['is nowhere where it is nowhere', { default: 'cloud', shop: 'none' }, [undefined, undefined, undefined]],
  ['takes no notice of a default that is nowhere', { default: 'none', shop: 'cloud' }, [undefined, 'farm', 'plant']],
])('what works for a component %s', (_title, placement, places) => {
  const { components: all, environments } = placing(placement);

  expect(['cloud-scout', 'farm-scout', 'plant-scout'].map(name => clusterNameOf(name, environments[0]!, all))).toEqual(
    places,
  );
});

test('each is delivered to its cluster, with a namespace, and calls over the tailnet', () => {
  const all = new Synthesized(placing({ default: 'cloud' }));

  expect(all.unit('overlays/prod/farm-scout')?.cluster).toBe('farm');
  expect(all.unit('overlays/prod/cloud-scout')).toBeUndefined();
  expect(all.names('Namespace', 'clusters/farm')).toEqual(['farm-scout-prod']);
  expect(at(all.find('Application', 'prod-plant-scout'), 'spec', 'destination', 'name')).toBe('plant');
  expect(JSON.stringify(all.find('Deployment', 'farm-scout'))).toContain('http://cloud.example.ts.net:30080');
});

test('one more cluster is one row, and has what every cluster needs', () => {
  const more = platform({ ...tables, clusters: [...tables.clusters, cluster('shed')] });

  expect(new Synthesized(more).names('Application')).toContain('prod-shed-scout');
});
