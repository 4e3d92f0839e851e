import { findings } from '../../lib/checks/findings.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import { secretRef, tlsSecret } from '../../lib/model/secret-ref.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { shapes } from '../fixtures/shapes.ts';
import type { ShapeSettings } from '../fixtures/shapes.ts';

const authentication = { username: secretRef('broker', 'user'), password: secretRef('broker', 'password') };

/** Everything that the shapes can be told, at once. */
const settings: ShapeSettings = {
  shop: {
    web: {
      ingress: {
        hosts: [
          {
            host: 'shop.example.com',
            paths: [
              { path: '/' },
              { path: '/api', endpoint: 'api' },
              { path: '/hooks', pathType: 'Exact', endpoint: 'hooks' },
            ],
          },
          { host: 'www.example.com' },
        ],
        tls: tlsSecret('shop-tls'),
        annotations: { 'traefik.ingress.kubernetes.io/router.middlewares': 'kube-system-gzip@kubernetescrd' },
      },
      replicas: 2,
      spread: { over: 'zone', required: true },
    },
    api: { ingress: { hosts: [{ host: 'api.example.com' }, { host: 'shop.example.com', paths: [{ path: '/v2' }] }] } },
  },
  work: {
    fetcher: {
      probes: { none: 'It ends as soon as it loses its queue.' },
      keda: {
        min: 0,
        max: 5,
        pollingInterval: 15,
        cooldownPeriod: 60,
        triggers: [
          { type: 'rabbitmq', endpoint: 'store/db', queue: 'orders', value: 20, authentication },
          { type: 'rabbitmq', endpoint: 'shop/api', queue: 'orders', mode: 'MessageRate', value: 100 },
          {
            type: 'kafka',
            endpoint: 'store/raft',
            topic: 'orders',
            consumerGroup: 'shop',
            lagThreshold: 50,
            tls: true,
          },
          { type: 'prometheus', endpoint: 'agent', query: 'sum(orders)', threshold: 1.5, activationThreshold: 0 },
          { type: 'cron', timeZone: 'Europe/Zurich', start: '0 6 * * *', end: '0 20 * * *', replicas: 2 },
          { type: 'cpu', utilization: 80 },
          { type: 'other', scaler: 'redis', metadata: { address: 'redis:6379', listName: 'orders', listLength: '10' } },
        ],
      },
    },
    nightly: { concurrencyPolicy: 'Replace', timeZone: 'Europe/Zurich', claim: { mountPath: '/data', size: '1Gi' } },
    agent: { maxUnavailable: 2 },
  },
};

test('a platform of all shapes breaks no rule', async () => {
  expect(await found({})).toEqual([]);
  expect(await found(settings)).toEqual([]);
  expect(await found({ shop: { web: settings.shop!.web! } })).toEqual([]); // nothing answers for a certificate there
});

async function found(of: ShapeSettings): Promise<string[]> {
  const platform = checkedPlatform(shapes(of), {});
  const { units, delivery } = unitsOf(platform);
  const all = await findings(units, { platform, delivery });
  return all.map(({ unit, object, message }) => `${unit}: ${object}: ${message}`);
}
