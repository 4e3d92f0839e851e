import { Construct } from 'constructs';
import { ApiObject } from 'cdk8s';
import { clusterObject } from '../../lib/constructs/cluster-object.ts';
import { refuse } from '../../lib/constructs/refuse.ts';
import type { InputError } from '../../lib/model/input-error.ts';
import type { ServiceClass } from '../../lib/model/service.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { thrownBy } from '../disk/fixtures/trees.ts';
import { environment, platform, serviceOf, Shop } from '../fixtures/platform.ts';

interface Faults {
  readonly height?: number;
  readonly drops?: boolean;
  readonly refuses?: string;
  readonly nodePortObject?: boolean;
}

/** A service that does wrong what its settings say. */
class Faulty extends Construct {
  constructor(scope: Construct, id: string, { height = 1, drops, refuses, nodePortObject }: Faults = {}) {
    super(scope, id);
    new Shop(this, 'Default');
    const object = (kind: string, name: string) =>
      new ApiObject(this, name, { apiVersion: 'v1', kind, metadata: { name }, spec: {} } as never);
    if (!drops) object('ConfigMap', `${id}-page`);
    if (nodePortObject) object('Service', `${id}-nodeport`);
    if (refuses) refuse(this, 'conflict', refuses);
    clusterObject(this, { apiVersion: 'example.com/v1', kind: 'Wall', metadata: { name: id }, spec: { height } });
  }
}

test('a value that no file carries is told where a cluster has the object that it is in', () => {
  expect(problemsOf({ shop: { height: Infinity } })).toEqual([
    "clusters/cloud/foundation: Wall shop: '/spec/height' is Infinity, a number must be finite",
  ]);
});

test('what is wrong with additions is told together with what environments drop, of all components', () => {
  expect(problemsOf({ shop: { height: NaN, drops: true }, customer: { drops: true } })).toEqual([
    "clusters/cloud/foundation: Wall shop: '/spec/height' is NaN, a number must be finite",
    dropped('customer'),
    dropped('shop'),
  ]);
});

test('an object that is made twice, by a service and by an answer, is told with its folder', () => {
  expect(problemsOf({ shop: { nodePortObject: true } })).toEqual([
    'overlays/prod/shop: Service shop-nodeport is there twice, each object must be there once',
  ]);
});

test('what constructs refuse is told together, of all components and environments, before anything else is', () => {
  const refused = { refuses: 'two and two must be four' };

  expect(problemsOf({ shop: { ...refused, drops: true }, customer: refused }, { shop: refused })).toEqual([
    'dev/shop: shop: two and two must be four',
    'prod/customer: customer: two and two must be four',
    'prod/shop: shop: two and two must be four',
  ]);
});

type Settings = Readonly<Record<string, Faults>>;

/** What is told of the two components in two environments with some settings each. */
function problemsOf(ofProd: Settings, ofDev: Settings = {}): readonly string[] {
  const settings = (faults: Settings) =>
    Object.fromEntries(Object.entries(faults).map(([name, each]) => [name, { [name]: each }])) as never;
  const component = (name: string, nodePort?: number) => ({
    services: { [name]: serviceOf(Faulty as ServiceClass<never>, name, nodePort === undefined ? {} : { nodePort }) },
  });
  const faulty = platform({
    components: { shop: component('shop', 30080), customer: component('customer') },
    environments: [
      environment('dev', { nodePortOffset: 1000, placement: { default: 'farm' }, settings: settings(ofDev) }),
      environment('prod', { settings: settings(ofProd) }),
    ],
  });
  return (thrownBy(() => unitsOf(faulty)) as InputError).problems;
}

function dropped(name: string): string {
  return (
    `prod/${name}: ConfigMap ${name}-page of the base would be gone, but an environment only changes objects and adds `
    + 'them: what is not wanted everywhere must not be in the base'
  );
}
