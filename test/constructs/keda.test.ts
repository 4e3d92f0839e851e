import { secretRef } from '../../lib/model/secret-ref.ts';
import { findings } from '../../lib/checks/findings.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import type { Rows } from '../../lib/model/platform.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { cluster, environment } from '../fixtures/platform.ts';
import { shaped, saidOf } from '../fixtures/shape-objects.ts';
import { shapes } from '../fixtures/shapes.ts';
import type { ShapeSettings } from '../fixtures/shapes.ts';
import { at } from '../fixtures/synthesized.ts';

const cron = { type: 'cron', timeZone: 'Europe/Zurich', start: '0 6 * * *', end: '0 20 * * *', replicas: 2 };
const queue = { type: 'rabbitmq', endpoint: 'store/db', queue: 'orders', value: 20 };
const query = { type: 'prometheus', endpoint: 'agent', query: 'sum(orders)', threshold: 1.5 };
const topic = { type: 'kafka', endpoint: 'store/raft', topic: 'orders', consumerGroup: 'shop', lagThreshold: 50 };

const fetcher = (keda: unknown, more: object = {}): ShapeSettings => ({ work: { fetcher: { keda, ...more } } });
const scaled = (...triggers: readonly object[]): ShapeSettings => fetcher({ min: 0, max: 5, triggers });

test('KEDA numbers the pods within bounds, and git does not', () => {
  const platform = shaped(fetcher({ min: 0, max: 5, pollingInterval: 15, cooldownPeriod: 60, triggers: [cron] }));

  expect(platform.find('ScaledObject', 'fetcher').spec).toEqual({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'fetcher' },
    minReplicaCount: 0,
    maxReplicaCount: 5,
    pollingInterval: 15,
    cooldownPeriod: 60,
    triggers: [
      {
        type: 'cron',
        metadata: { timezone: 'Europe/Zurich', start: '0 6 * * *', end: '0 20 * * *', desiredReplicas: '2' },
      },
    ],
  });
  expect(platform.find('Deployment', 'fetcher').spec).not.toHaveProperty('replicas');
  expect(at(platform.find('Application', 'prod-work'), 'spec', 'ignoreDifferences')).toEqual([
    { group: 'apps', kind: 'Deployment', name: 'fetcher', namespace: 'work-prod', jsonPointers: ['/spec/replicas'] },
  ]);
  // Five, each replaced while it is ending; two nodes with an agent, one of which is replaced; one nightly run.
  expect(at(platform.find('ResourceQuota', 'quota', 'work-prod'), 'spec', 'hard', 'pods')).toBe('14');
  expect(platform.names('PodDisruptionBudget', 'overlays/prod/work')).toEqual([]);
});

test('a budget holds where at least two pods run', () => {
  expect(shaped(fetcher({ min: 2, max: 5, triggers: [cron] })).names('PodDisruptionBudget')).toContain('fetcher');
});

test('each trigger says what its scaler reads', () => {
  const tuned = { ...query, activationThreshold: 0 };
  const secured = { ...topic, sasl: 'scram_sha512', tls: true };
  const rate = { ...queue, endpoint: 'shop/api', mode: 'MessageRate', vhost: 'shop' };
  const other = { type: 'other', scaler: 'redis', metadata: { listName: 'orders' } };
  const all = [
    queue,
    rate,
    tuned,
    secured,
    { type: 'cpu', utilization: 80 },
    { type: 'memory', utilization: 90 },
    other,
  ];

  expect(at(shaped(scaled(...all)).find('ScaledObject', 'fetcher'), 'spec', 'triggers')).toEqual([
    {
      type: 'rabbitmq',
      metadata: {
        host: 'amqp://db.store-prod.svc.cluster.local:5432/',
        protocol: 'amqp',
        vhostName: '/',
        queueName: 'orders',
        mode: 'QueueLength',
        value: '20',
      },
    },
    {
      type: 'rabbitmq',
      metadata: {
        host: 'http://api.shop-prod.svc.cluster.local:9000/',
        protocol: 'http',
        vhostName: 'shop',
        queueName: 'orders',
        mode: 'MessageRate',
        value: '20',
      },
    },
    {
      type: 'prometheus',
      metadata: {
        // KEDA is in another namespace, so the name is whole although the endpoint is one of the component.
        serverAddress: 'http://agent.work-prod.svc.cluster.local:9100',
        query: 'sum(orders)',
        threshold: '1.5',
        activationThreshold: '0',
      },
    },
    {
      type: 'kafka',
      metadata: {
        bootstrapServers: 'db-pods.store-prod.svc.cluster.local:7000',
        topic: 'orders',
        consumerGroup: 'shop',
        lagThreshold: '50',
        sasl: 'scram_sha512',
        tls: 'enable',
      },
    },
    { type: 'cpu', metricType: 'Utilization', metadata: { value: '80' } },
    { type: 'memory', metricType: 'Utilization', metadata: { value: '90' } },
    { type: 'redis', metadata: { listName: 'orders' } },
  ]);
});

test('the operator may call what it asks, and only its own pods may', () => {
  const from = [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'keda' } },
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'keda-operator' } },
    },
  ];

  expect(at(shaped(scaled(query)).find('NetworkPolicy', 'agent'), 'spec', 'ingress')).toEqual([
    { from, ports: [{ port: 9100, protocol: 'TCP' }] },
  ]);
  expect(shaped(scaled(cron)).names('NetworkPolicy')).not.toContain('agent');
});

test('from another cluster it calls through a node port', async () => {
  const rows = shapes({}, onFarm({ work: 'farm' }));
  const platform = checkedPlatform(rows, {});
  const { units, delivery } = unitsOf(platform);
  const scaler = units.flatMap(({ manifests }) => manifests).find(({ kind }) => kind === 'ScaledObject')!;

  expect(at(scaler, 'spec', 'triggers', 0, 'metadata', 'host')).toBe('amqp://cloud.example.ts.net:30432/');
  expect(await findings(units, { platform, delivery })).toEqual([]);
});

test('credentials are entries of Secrets, which KEDA reads by reference', () => {
  const authentication = { username: secretRef('broker', 'user'), password: secretRef('broker', 'password') };
  const platform = shaped(scaled({ ...queue, authentication }, { ...queue, queue: 'returns', authentication }, queue));

  expect(platform.names('TriggerAuthentication')).toEqual(['fetcher-rabbitmq', 'fetcher-rabbitmq-2']);
  expect(platform.find('TriggerAuthentication', 'fetcher-rabbitmq').spec).toEqual({
    secretTargetRef: [
      { parameter: 'username', name: 'broker', key: 'user' },
      { parameter: 'password', name: 'broker', key: 'password' },
    ],
  });
  expect(platform.find('ScaledObject', 'fetcher').spec).toMatchObject({
    triggers: [
      { authenticationRef: { name: 'fetcher-rabbitmq' } },
      { authenticationRef: { name: 'fetcher-rabbitmq-2' } },
      {},
    ],
  });
  expect(platform.find('ExternalSecret', 'broker').spec).toMatchObject({
    data: [{ remoteRef: { key: 'prod_work_broker_password' } }, { remoteRef: { key: 'prod_work_broker_user' } }],
  });
});

test('objects of KEDA can be delivered before it is there', () => {
  const object = shaped(scaled(cron)).find('ScaledObject', 'fetcher');

  expect(object.metadata.annotations).toEqual({
    'argocd.argoproj.io/sync-options': 'SkipDryRunOnMissingResource=true',
  });
});

test('its metrics server may read how requests are authenticated, once on the cluster', () => {
  const platform = shaped(scaled(cron));

  expect(platform.names('ClusterRoleBinding', 'clusters/cloud/foundation')).toEqual(['keda-authentication-reader']);
  expect(at(platform.find('ClusterRoleBinding', 'keda-authentication-reader'), 'subjects', 0, 'name')).toBe(
    'system:serviceaccounts:keda',
  );
  expect(shaped().names('ClusterRoleBinding')).not.toContain('keda-authentication-reader');
});

const place = 'prod/work: fetcher:';
const first = "'keda.triggers[0]";

test.each<[object, string]>([
  [fetcher('yes'), `wrong-type: ${place} 'keda' ('yes') must be an object`],
  [
    fetcher({ min: -1, max: 5, triggers: [cron] }),
    `out-of-range: ${place} 'keda.min' (-1) must be a whole number from 0 to 150000`,
  ],
  [
    fetcher({ min: 0, max: 0, triggers: [cron] }),
    `out-of-range: ${place} 'keda.max' (0) must be a whole number from 1 to 150000`,
  ],
  [
    fetcher({ min: 0, max: 5, triggers: [] }),
    `missing: ${place} 'keda.triggers' ([]) must be a list with at least one item`,
  ],
  [fetcher({ min: 6, max: 5, triggers: [cron] }), `conflict: ${place} 'keda.max' (5) must be at least 'keda.min' (6)`],
  [
    fetcher({ min: 0, max: 5, pollingInterval: 0, triggers: [cron] }),
    `out-of-range: ${place} 'keda.pollingInterval' (0) must be a whole number from 1 to 86400`,
  ],
  [
    fetcher({ min: 0, max: 5, cooldownPeriod: '5m', triggers: [cron] }),
    `wrong-type: ${place} 'keda.cooldownPeriod' ('5m') must be a whole number from 0 to 604800`,
  ],
  [
    fetcher({ min: 0, max: 5, trigger: [cron], triggers: [cron] }),
    `unknown-key: ${place} 'keda.trigger' is an unknown key, it must be one of 'min', 'max', 'pollingInterval', 'cooldownPeriod', 'triggers' (did you mean 'triggers'?)`,
  ],
  [
    fetcher({ min: 0, max: 5, triggers: [cron] }, { replicas: 2 }),
    `conflict: ${place} 'replicas' (2) must be left out, because 'keda' decides it`,
  ],
  [
    fetcher({ min: 0, max: 5, triggers: [cron] }, { autoscaling: { min: 1, max: 2, cpuPercent: 50 } }),
    `conflict: ${place} 'autoscaling' must be left out, because 'keda' decides the number of pods`,
  ],
  [
    fetcher({ min: 0, max: 900, triggers: [cron] }),
    `too-large: ${place} 'keda.max' (900) times 'cpu' (10m) is 9, which must fit cluster 'cloud', all of whose nodes have 4`,
  ],
  [
    fetcher({ min: 0, max: 5, triggers: [{ type: 'cpu', utilization: 50 }] }),
    `conflict: ${place} 'keda.min' (0) must be at least 1, because 'cpu' and 'memory' are known of pods that run only`,
  ],
  [scaled(7 as never), `wrong-type: ${place} ${first}' (7) must be an object`],
  [
    scaled({}),
    `missing: ${place} ${first}.type' is missing, it must be one of 'cron', 'cpu', 'memory', 'prometheus', 'rabbitmq', 'kafka', 'other'`,
  ],
  [
    scaled({ type: 'kafkaa' }),
    `unknown-name: ${place} ${first}.type' ('kafkaa') must be one of 'cron', 'cpu', 'memory', 'prometheus', 'rabbitmq', 'kafka', 'other' (did you mean 'kafka'?)`,
  ],
  [
    scaled({ ...cron, timeZone: 'Zurich' }),
    `malformed: ${place} ${first}.timeZone' ('Zurich') must be a time zone of the IANA database, such as 'Europe/Zurich'`,
  ],
  [
    scaled({ ...cron, start: '6 Uhr' }),
    `malformed: ${place} ${first}.start' ('6 Uhr') must be five fields, such as '30 4 * * 1': minute, hour, day of the month, month and day of the week`,
  ],
  [
    scaled({ ...cron, end: '0 25 * * *' }),
    `malformed: ${place} ${first}.end' ('0 25 * * *') must be from 0 to 23 in its hour, where it has '25'`,
  ],
  [
    scaled({ ...cron, end: '0 6 * * *' }),
    `conflict: ${place} ${first}.end' ('0 6 * * *') must differ from its 'start'`,
  ],
  [scaled({ ...cron, replicas: 6 }), `conflict: ${place} ${first}.replicas' (6) must not exceed 'keda.max' (5)`],
  [
    scaled(cron, { type: 'cpu', utilization: 0 }),
    `out-of-range: ${place} 'keda.triggers[1].utilization' (0) must be a whole number from 1 to 1000`,
  ],
  [scaled({ ...query, query: '' }), `malformed: ${place} ${first}.query' ('') must be a text that is not empty`],
  [scaled({ ...query, threshold: 0 }), `out-of-range: ${place} ${first}.threshold' (0) must be a number above 0`],
  [scaled({ ...query, threshold: '5' }), `wrong-type: ${place} ${first}.threshold' ('5') must be a number above 0`],
  [
    scaled({ ...query, activationThreshold: -1 }),
    `out-of-range: ${place} ${first}.activationThreshold' (-1) must be a number that is not below 0`,
  ],
  [
    scaled({ ...query, endpoint: 'agnet' }),
    "refused: prod/work: fetcher: endpoint 'agnet' is not offered by component 'work', it must be a name there, or '<component>/<name>' (did you mean 'work/agent'?)",
  ],
  [
    scaled({ ...queue, mode: 'MessageRate' }),
    `conflict: ${place} 'keda': mode 'MessageRate' of queue 'orders': the scheme of 'store/db' must be 'http', because AMQP does not tell how many messages come in`,
  ],
  [
    scaled({ ...queue, mode: 'Length' }),
    `unknown-name: ${place} ${first}.mode' ('Length') must be 'QueueLength' or 'MessageRate'`,
  ],
  [scaled({ ...queue, value: NaN }), `out-of-range: ${place} ${first}.value' (NaN) must be a number above 0`],
  [scaled({ ...queue, queue: 7 }), `wrong-type: ${place} ${first}.queue' (7) must be a text that is not empty`],
  [scaled({ ...queue, vhost: '' }), `malformed: ${place} ${first}.vhost' ('') must be a text that is not empty`],
  [scaled({ ...topic, topic: '' }), `malformed: ${place} ${first}.topic' ('') must be a text that is not empty`],
  [
    scaled({ ...topic, consumerGroup: undefined }),
    `missing: ${place} ${first}.consumerGroup' is missing, it must be a text that is not empty`,
  ],
  [
    scaled({ ...topic, lagThreshold: -5 }),
    `out-of-range: ${place} ${first}.lagThreshold' (-5) must be a number above 0`,
  ],
  [
    scaled({ ...topic, sasl: 'plain' }),
    `unknown-name: ${place} ${first}.sasl' ('plain') must be one of 'plaintext', 'scram_sha256', 'scram_sha512'`,
  ],
  [scaled({ ...topic, tls: 'enable' }), `wrong-type: ${place} ${first}.tls' ('enable') must be true or false`],
  [
    scaled({ ...topic, authentication: { password: 'word' } }),
    `wrong-type: ${place} ${first}.authentication.password' ('word') must be an object`,
  ],
  [
    scaled({ type: 'other', scaler: 'redis', metadata: { a: 1 } }),
    `wrong-type: ${place} ${first}.metadata.a' (1) must be a text that is not empty`,
  ],
  [
    scaled({ type: 'other', scaler: '', metadata: {} }),
    `malformed: ${place} ${first}.scaler' ('') must be a text that is not empty`,
  ],
])('%j is refused', (settings, sentence) => {
  expect(saidOf(settings as ShapeSettings)).toEqual([sentence]);
});

test('KEDA is refused where it does not run', () => {
  const [cloud] = shapes().clusters;
  const clusters = [{ ...cloud!, operators: ['cert-manager', 'external-secrets'] }, cluster('farm')];

  expect(saidOf(scaled(cron), { clusters })).toEqual([
    `not-served-here: ${place} 'keda' needs the operator 'keda', but cluster 'cloud' has none. It must be left out there, or 'operators' of the cluster must have it`,
  ]);
});

/** Some components on the farm. */
function onFarm(placement: Record<string, string>): Partial<Rows> {
  const settings = { ...scaled(queue), store: { db: {} } } as never;
  return { environments: [environment('prod', { placement: { default: 'cloud', ...placement }, settings })] };
}
