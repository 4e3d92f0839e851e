import { Construct } from 'constructs';
import { connect } from '../../lib/constructs/connections.ts';
import { secretRef } from '../../lib/model/secret-ref.ts';
import { InputError } from '../../lib/model/input-error.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { environment, named, rows, serviceOf, Shop } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

const told: Record<string, string> = {};

/** A store that needs a password. */
class Redis extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new Shop(this, 'Default', { env: { PASSWORD: secretRef('redis', 'password') } });
  }
}

/** A service that calls the store of its own component and the one of another. */
function caller(name: string, other: string) {
  return class extends Construct {
    constructor(scope: Construct, id: string) {
      super(scope, id);
      const near = connect(this, named('redis')).url;
      const far = connect(this, named(`${other}/redis`)).url;
      new Shop(this, 'Default', { env: { NEAR: near, FAR: far } });
      Object.assign(told, { [`${name} near`]: near, [`${name} far`]: far });
    }
  };
}

function component(name: string, other: string) {
  return {
    services: {
      redis: serviceOf(Redis, 'redis', { port: 6379 }),
      [`${name}-api`]: serviceOf(caller(name, other), `${name}-api`),
    },
  };
}

const tables = rows({
  site: { ...rows().site, exposed: [] },
  components: { feast: component('feast', 'queue'), queue: component('queue', 'feast') },
  environments: [environment('prod')],
});

describe('two components whose services and endpoints have one name', () => {
  const platform = checkedPlatform(tables, { 'queue/redis': { default: 'example.com/redis:8.0.0' } });
  const all = new Synthesized(platform);

  test('are called by the bare name inside, by the full one from outside', () => {
    expect(told).toEqual({
      'feast near': 'http://redis:6379',
      'feast far': 'http://redis.queue-prod.svc.cluster.local:6379',
      'queue near': 'http://redis:6379',
      'queue far': 'http://redis.feast-prod.svc.cluster.local:6379',
    });
  });

  test('have policies of their own, each of which lets both callers in', () => {
    const callers = (component: string) => {
      const policies = all.unit(`overlays/prod/${component}`)!.manifests.filter(({ kind }) => kind === 'NetworkPolicy');
      const rules = at(
        policies.find(({ metadata }) => metadata.name === 'redis')!,
        'spec',
        'ingress',
      ) as JsonMap[];
      return rules.flatMap(({ from }) => from as JsonMap[]);
    };
    const pods = (service: string) => ({ podSelector: { matchLabels: { 'app.kubernetes.io/name': service } } });
    const within = (namespace: string) => ({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    });

    expect(callers('feast')).toHaveLength(2);
    expect(callers('feast')).toEqual(
      expect.arrayContaining([pods('feast-api'), { ...within('queue-prod'), ...pods('queue-api') }]),
    );
    expect(callers('queue')).toEqual(
      expect.arrayContaining([pods('queue-api'), { ...within('feast-prod'), ...pods('feast-api') }]),
    );
  });

  test('share no entry of Secret Manager', () => {
    const entries = ['feast-prod', 'queue-prod'].map(namespace =>
      at(all.find('ExternalSecret', 'redis', namespace), 'spec', 'data', 0, 'remoteRef', 'key'),
    );

    expect(entries).toEqual(['prod_feast_redis_password', 'prod_queue_redis_password']);
  });

  test('are pinned each by itself', () => {
    const image = (component: string) => {
      const stores = all.unit(`overlays/prod/${component}`)!.manifests.filter(({ kind }) => kind === 'Deployment');
      const store = stores.find(({ metadata }) => metadata.name === 'redis')!;
      return at(store, 'spec', 'template', 'spec', 'containers', 0, 'image');
    };

    expect([image('feast'), image('queue')]).toEqual(['example.com/redis:1.2.3', 'example.com/redis:8.0.0']);
  });
});

test('a bare name is none of another component, and the sentence says the full one', () => {
  const components = {
    queue: { services: { redis: serviceOf(Redis, 'redis') } },
    lone: { services: { api: serviceOf(caller('lone', 'queue'), 'api') } },
  };
  const wrong = () => new Synthesized(checkedPlatform({ ...tables, components }, {}));

  expect(wrong).toThrow(InputError);
  expect(wrong).toThrow(
    "base/lone: api: endpoint 'redis' is not offered by component 'lone', it must be a name there, or "
      + "'<component>/<name>' (did you mean 'queue/redis'?)",
  );
});
