import type { Offer } from '../../lib/model/offer.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { shaped, saidOf } from '../fixtures/shape-objects.ts';
import { environment } from '../fixtures/platform.ts';
import { Database, databaseOffers, shapes, Web } from '../fixtures/shapes.ts';
import { at } from '../fixtures/synthesized.ts';

const platform = shaped();
const selector = { 'app.kubernetes.io/name': 'db' };

test('each Service object of a workload has its endpoints, and leads to its pods', () => {
  expect(specOf('db')).toMatchObject({ type: 'ClusterIP', selector, ports: [{ name: 'tcp', port: 5432 }] });
  expect(specOf('db')).not.toHaveProperty('clusterIP');
  expect(specOf('web-members')).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
});

test('one that leads to a single pod selects it by its number', () => {
  expect(specOf('db-primary').selector).toEqual({ ...selector, 'apps.kubernetes.io/pod-index': '0' });
  const far = shaped({}, { environments: [environment('prod', { placement: { default: 'cloud', work: 'farm' } })] });
  expect(far.find('Service', 'primary-nodeport').spec).toMatchObject({ selector: specOf('db-primary').selector });
});

test('what goes through the Service of the pods is no second one', () => {
  expect(platform.names('Service', 'overlays/prod/store')).toEqual(['db', 'db-nodeport', 'db-pods', 'db-primary']);
  expect(specOf('db-pods').ports).toMatchObject([{ port: 5432 }, { port: 7000 }]);
});

test('a container opens each port once', () => {
  expect(at(platform.find('StatefulSet', 'db'), 'spec', 'template', 'spec', 'containers', 0, 'ports')).toMatchObject([
    { name: 'tcp', containerPort: 5432 },
    { name: 'raft', containerPort: 7000 },
  ]);
});

test('those who call are told the name of the Service, and policies open its pods', () => {
  const container = at(platform.find('CronJob', 'nightly'), 'spec', 'jobTemplate', 'spec', 'template', 'spec');

  expect(at(container!, 'containers', 0, 'env', 0, 'value')).toBe('tcp://db-primary.store-prod.svc.cluster.local:5432');
  expect(JSON.stringify(platform.find('NetworkPolicy', 'db').spec)).toContain('nightly');
});

test('pods of a StatefulSet are told the names of all of them, and may call each other', () => {
  expect(at(platform.find('StatefulSet', 'db'), 'spec', 'template', 'spec', 'containers', 0, 'args')).toEqual([
    '--peers=db-0.db-pods:7000,db-1.db-pods:7000,db-2.db-pods:7000',
  ]);
  expect(at(platform.find('NetworkPolicy', 'db'), 'spec', 'egress')).toEqual([
    { to: [{ podSelector: { matchLabels: selector } }], ports: [{ port: 7000, protocol: 'TCP' }] },
  ]);
  expect(at(platform.find('StatefulSet', 'db'), 'spec', 'podManagementPolicy')).toBe('Parallel');
  expect(platform.names('PodDisruptionBudget', 'overlays/prod/store')).toEqual(['db']);
});

test('a StatefulSet has room for the disks of all its pods', () => {
  expect(at(platform.find('ResourceQuota', 'quota', 'store-prod'), 'spec', 'hard')).toMatchObject({
    'persistentvolumeclaims': '3',
    'requests.storage': '3Gi',
  });
});

test('pods are kept apart where that is asked for', () => {
  const spread = { over: 'zone', required: true };
  const deployment = shaped({ shop: { web: { replicas: 2, spread } } }).find('Deployment', 'web');

  expect(at(deployment, 'spec', 'template', 'spec', 'topologySpreadConstraints')).toEqual([
    {
      maxSkew: 1,
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'DoNotSchedule',
      labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'web' } },
      matchLabelKeys: ['pod-template-hash'],
      nodeTaintsPolicy: 'Honor',
    },
  ]);
});

test('pods are not kept apart by zones that nodes do not say', () => {
  const spread = { over: 'zone', required: true };
  const placed = (wanted: object) => ({
    environments: [environment('prod', { placement: { default: 'cloud', work: 'farm' }, settings: wanted as never })],
  });

  expect(saidOf({}, placed({ work: { fetcher: { spread } } }))).toEqual([
    "conflict: prod/work: fetcher: 'spread' needs the zone of each node, but nodes 'node' of cluster 'farm' have no label 'topology.kubernetes.io/zone'",
  ]);
  expect(saidOf({}, placed({ work: { fetcher: { spread: { ...spread, required: false } } } }))).toEqual([]);
});

test('peers call an endpoint of their own', () => {
  const { raft, ...others } = databaseOffers;
  const image = 'example.com/db:1.2.3';
  const services = {
    db: { construct: Database, image, offers: others },
    web: { construct: Web, image, offers: { raft: { ...raft!, through: {} } } },
  };

  expect(saidOf({}, { components: { ...shapes().components, store: { services } } })).toEqual([
    "refused: base/store: db: endpoint 'raft' is of service 'web', peers must call one of their own",
  ]);
});

test.each([
  [
    { podManagementPolicy: 'parallel' },
    "unknown-name: prod/store: db: 'podManagementPolicy' ('parallel') must be 'OrderedReady' or 'Parallel' (did you mean 'Parallel'?)",
  ],
  [
    { pods: { inPlace: true } },
    "conflict: prod/store: db: 'inPlace' must be left out, because pods of a StatefulSet never start beside those that they replace",
  ],
  [{ replicas: 'x' }, "wrong-type: prod/store: db: 'replicas' ('x') must be a whole number from 1 to 150000"],
])('%j is refused', (settings, sentence) => {
  expect(saidOf({ store: { db: settings } })).toEqual([sentence]);
});

const where = "service 'store/db': endpoint";

test.each<[string, Readonly<Record<string, Offer>>, string]>([
  [
    'a name of another service',
    { a: { port: 1, through: { name: 'other' } } },
    `reserved: ${where} 'a': 'through.name' ('other') is that of another service, it must be a name that no service has`,
  ],
  [
    'a name of two services',
    { a: { port: 1, through: { name: 'shared' } } },
    "duplicate: service 'store/other': endpoint 'other': 'through.name' ('shared') is that of 'store/a' too, which is of another service: each must have its own",
  ],
  [
    'one Service that is two things',
    { a: { port: 1, through: { name: 'x', headless: true } }, b: { port: 2, portName: 'b', through: { name: 'x' } } },
    `conflict: ${where} 'b': 'through' ({"name":"x"}) differs from that of 'store/a', which goes through 'x' too`,
  ],
  [
    'one port of two names',
    { a: { port: 1, portName: 'a' }, b: { port: 1, portName: 'b', through: { name: 'x' } } },
    `conflict: ${where} 'b': port 1 is 'b' here and 'a' of 'store/a', it must have one name`,
  ],
  [
    'one name of two ports',
    { a: { port: 1, portName: 'a' }, b: { port: 2, portName: 'a', through: { name: 'x' } } },
    "duplicate: service 'store/db': port name: 'a' is defined twice, each name must be there once",
  ],
  [
    'a name that no Service has',
    { a: { port: 1, through: { name: 'A_b' } } },
    "malformed: overlays/components.ts: 'store.services.db.offers.a.through.name' ('A_b') must begin with a letter and hold only lower-case letters, digits and '-', at most 63",
  ],
  [
    'a number of a pod that is none',
    { a: { port: 1, through: { ordinal: -1 } } },
    "out-of-range: overlays/components.ts: 'store.services.db.offers.a.through.ordinal' (-1) must be a whole number from 0 to 999",
  ],
  [
    'flags that are none',
    { a: { port: 1, through: { headless: 1 as never } } },
    "wrong-type: overlays/components.ts: 'store.services.db.offers.a.through.headless' (1) must be true or false",
  ],
  [
    'a flag that is none',
    { a: { port: 1, through: { publishNotReadyAddresses: 'x' as never } } },
    "wrong-type: overlays/components.ts: 'store.services.db.offers.a.through.publishNotReadyAddresses' ('x') must be true or false",
  ],
  [
    'a misspelt trait',
    { a: { port: 1, through: { headles: true } as never } },
    "unknown-key: overlays/components.ts: 'store.services.db.offers.a.through.headles' is an unknown key, it must be one of 'name', 'headless', 'publishNotReadyAddresses', 'ordinal' (did you mean 'headless'?)",
  ],
])('%s is refused', (_title, offers, sentence) => {
  const image = 'example.com/db:1.2.3';
  const other = {
    other: { port: 5, through: sentence.startsWith("duplicate: service 'store/other") ? { name: 'shared' } : {} },
  };
  const services = {
    db: { construct: Web, image, offers },
    other: { construct: Web, image, offers: other },
  };
  const { shop } = shapes().components;

  expect(
    saidOf({}, { components: { shop: shop!, store: { services } }, site: { ...shapes().site, exposed: [] } }),
  ).toEqual([sentence]);
});

function specOf(service: string): JsonMap {
  return platform.find('Service', service).spec as JsonMap;
}
