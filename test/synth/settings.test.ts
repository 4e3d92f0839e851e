import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { connect } from '../../lib/constructs/connections.ts';
import { refuse } from '../../lib/constructs/refuse.ts';
import type { Environment } from '../../lib/model/environment.ts';
import type { ServiceClass } from '../../lib/model/service.ts';
import type { Unit } from '../../lib/model/unit.ts';
import { isAllRead, readingOf, unreadKeys } from '../../lib/synth/read-settings.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { environment, named, platform, serviceOf, Shop } from '../fixtures/platform.ts';
import { mistakesToldBy } from '../fixtures/told.ts';

interface TunedProps {
  readonly memory?: `${number}Mi`;
  readonly storage?: `${number}Gi`;
  readonly alerts?: Readonly<Record<string, { readonly threshold?: number }>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly servers?: readonly { readonly host?: string }[];
}

/** A service that takes its settings apart, as all of ours do. */
class Tuned extends Construct {
  constructor(scope: Construct, id: string, props: TunedProps = {}) {
    super(scope, id);
    const { memory = '64Mi', storage = '1Gi', alerts = {}, labels = {}, servers = [] } = props;
    const { threshold = 3 } = alerts.ModelDown ?? {};
    new Shop(this, 'Default', {
      sizing: { cpu: '100m', cpuLimit: '200m', memory, memoryLimit: '128Mi', scratch: '64Mi' },
      env: {
        THRESHOLD: String(threshold),
        STORAGE: storage.slice(0, -2),
        LABELS: Object.keys(labels).join(),
        HOSTS: servers.map(({ host = 'a' }) => host).join(','),
      },
    });
  }
}

describe('a key that no construct reads', () => {
  test.each([
    [
      'a misspelt setting',
      { memmory: '64Mi' },
      "'memmory' is an unknown key, it must be one of 'alerts', 'labels', 'memory', 'metadata', 'pods', 'servers', 'storage' (did you mean 'memory'?)",
    ],
    [
      'a setting of another name',
      { replicas: 3 },
      "'replicas' is an unknown key, it must be one of 'alerts', 'labels', 'memory', 'metadata', 'pods', 'servers', 'storage'",
    ],
    [
      'a key that is looked for by its name',
      { alerts: { ModelDwon: { threshold: 1 } } },
      "'alerts.ModelDwon' is an unknown key, it must be one of 'ModelDown' (did you mean 'ModelDown'?)",
    ],
    [
      'a key two levels down',
      { alerts: { ModelDown: { treshold: 1 } } },
      "'alerts.ModelDown.treshold' is an unknown key, it must be one of 'threshold' (did you mean 'threshold'?)",
    ],
    [
      'a key in a list',
      { servers: [{ host: 'a' }, { hots: 'b' }] },
      "'servers[].hots' is an unknown key, it must be one of 'host' (did you mean 'host'?)",
    ],
  ])('is %s', (_title, settings, message) => {
    expect(mistakesOf(Tuned, settings)).toEqual([`unknown-key prod/customer: customer: ${message}`]);
  });

  test.each([
    [
      'settings that are all read',
      { memory: '64Mi', alerts: { ModelDown: { threshold: 1 } }, servers: [{ host: 'a' }] },
    ],
    ['a map whose keys alone are listed', { labels: { anything: 'goes' } }],
    ['frozen settings', Object.freeze({ alerts: Object.freeze({ ModelDown: Object.freeze({ threshold: 1 }) }) })],
    ['no settings', {}],
  ])('is none of %s', (_title, settings) => {
    expect(mistakesOf(Tuned, settings)).toEqual([]);
  });

  test('is none that is read only when the objects are written', () => {
    class Late extends Construct {
      constructor(scope: Construct, id: string, props: { readonly text?: string } = {}) {
        super(scope, id);
        const data = { text: Lazy.any({ produce: () => props.text ?? 'none' }) as string };
        new ApiObject(this, 'Object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, data } as never);
      }
    }

    expect(mistakesOf(Late, { text: 'late' })).toEqual([]);
    expect(mistakesOf(Late, { txet: 'late' })).toEqual([
      "unknown-key prod/customer: customer: 'txet' is an unknown key, it must be one of 'metadata', 'pods', 'text' (did you mean 'text'?)",
    ]);
  });

  test('is not looked for where a construct hands all its settings on', () => {
    expect(mistakesOf(Shop, { command: ['serve'], unheard: 'of' })).toEqual([]);
  });

  test('is told again in a second environment, though the construct was tried out for the first', () => {
    const settings = { customer: { customer: { memmory: '64Mi' } } } as unknown as Environment['settings'];
    const twice = () =>
      delivered(Tuned, [environment('dev', { nodePortOffset: 1, settings }), environment('prod', { settings })]);

    expect(problemsOf(twice)).toHaveLength(2);
  });

  test('is told beside what the construct refuses', () => {
    expect(mistakesOf(Tuned, { memory: '1TB', storrage: '1Gi' }).map(each => each.split(' ')[0])).toEqual([
      'malformed',
      'unknown-key',
    ]);
  });
});

test('settings that are read become the same objects as ever, none of them a loan', () => {
  const units = delivered(Tuned, [environmentWith({ labels: { a: 'b' }, alerts: { ModelDown: { threshold: 7 } } })]);
  const [, deployment] =
    /"THRESHOLD","value":"(7)"/.exec(JSON.stringify(units.map(({ manifests }) => manifests))) ?? [];

  expect(deployment).toBe('7');
});

describe('a construct that stumbles', () => {
  test('over a setting is told with the setting', () => {
    expect(mistakesOf(Tuned, { storage: 7, labels: {} })).toEqual([
      "refused prod/customer: customer: 'storage' (7) must be another value, its service cannot be rendered "
        + '(TypeError: storage.slice is not a function)',
    ]);
  });

  test('when its objects are written is told with the setting', () => {
    class Late extends Construct {
      constructor(scope: Construct, id: string, { args = [] }: { args?: readonly string[] } = {}) {
        super(scope, id);
        const shop = new Shop(this, 'Default');
        const toJson = () => args.map(each => each.slice(1));
        const object = shop.node.findAll().find(each => 'toJson' in each) as unknown as { toJson: () => unknown };
        const before = object.toJson.bind(object);
        object.toJson = () => (toJson(), before());
      }
    }

    expect(mistakesOf(Late, { args: [7] })).toEqual([
      "refused prod/customer: customer: 'args' ([7]) must be another value, its service cannot be rendered "
        + '(TypeError: each.slice is not a function)',
    ]);
  });

  test('over an unknown endpoint is told with the one that was meant', () => {
    class Caller extends Construct {
      constructor(scope: Construct, id: string, { endpoint = 'shop/shop' }: { endpoint?: string } = {}) {
        super(scope, id);
        new Shop(this, 'Default', {
          env: { URL: connect(this, named(endpoint)).url },
        });
      }
    }

    expect(mistakesOf(Caller, { endpoint: 'shop/sohp' })).toEqual([
      "refused prod/customer: customer: endpoint 'shop/sohp' is not offered by component 'shop', it must be a name "
        + "there, or '<component>/<name>' (did you mean 'shop/shop'?)",
    ]);
  });

  test('without any settings is defective, and keeps its stack', () => {
    class Broken extends Construct {
      constructor(scope: Construct, id: string) {
        super(scope, id);
        (undefined as unknown as { call(): void }).call();
      }
    }

    expect(() => delivered(Broken, [environment('prod')])).toThrow(TypeError);
  });
});

test('what is wrong in the base is told once, and not of every environment again', () => {
  class Wrong extends Construct {
    constructor(scope: Construct, id: string) {
      super(scope, id);
      refuse(this, 'conflict', 'two and two must be four');
    }
  }

  expect(problemsOf(() => delivered(Wrong, platform().environments))).toEqual([
    'conflict base/customer: customer: two and two must be four',
  ]);
});

test('an object that an environment would drop is told with its component', () => {
  class Fickle extends Construct {
    constructor(scope: Construct, id: string, { withShop = true }: { withShop?: boolean } = {}) {
      super(scope, id);
      if (withShop) new Shop(this, 'Default');
    }
  }

  expect(mistakesOf(Fickle, { withShop: false })).toEqual(
    ['Deployment', 'Service', 'ServiceAccount'].map(
      kind =>
        `dropped-object prod/customer: ${kind} customer of the base would be gone, but an environment only changes `
        + 'objects and adds them: what is not wanted everywhere must not be in the base',
    ),
  );
});

test('a reading takes keys that were listed for read', () => {
  const settings = { a: { b: 1, c: 2 } };
  const { settings: lent, read } = readingOf(settings);
  const { a } = lent as typeof settings;

  expect([a.b, Object.keys(a)]).toEqual([1, ['b', 'c']]);
  expect(unreadKeys(settings, read)).toEqual([]);
});

test('a reading knows each key that was asked for, there or not, in objects that it lent', () => {
  const settings = { a: { b: 1, c: 2 }, d: [{ e: 1 }], f: new Map([['g', 1]]) };
  const { settings: lent, read } = readingOf(settings);
  const { a, d, f, h } = lent as typeof settings & { h?: unknown };

  expect([a.b, d.map(({ e }) => e), f, h]).toEqual([1, [1], settings.f, undefined]);
  expect(f).toBe(settings.f);
  expect([...read.get('')!]).toEqual(['a', 'd', 'f', 'h']);
  expect(unreadKeys(settings, read)).toEqual([{ path: 'a', key: 'c' }]);
});

test('a reading ends where a setting holds itself', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  const { settings: lent, read } = readingOf({ circle });
  const { self } = (lent as { circle: typeof circle }).circle;

  expect(Object.keys(self as object)).toEqual(['self']);
  expect(unreadKeys({ circle }, read)).toEqual([]);
  expect(isAllRead({ circle }, read)).toBe(true);
});

function mistakesOf(Class: ServiceClass<never>, settings: object): string[] {
  return problemsOf(() => delivered(Class, [environmentWith(settings)]));
}

function environmentWith(settings: object): Environment {
  return environment('prod', { settings: { customer: { customer: settings } } as unknown as Environment['settings'] });
}

function delivered(Customer: ServiceClass<never>, environments: readonly Environment[]): readonly Unit[] {
  const { shop } = platform().components;
  const customer = { services: { customer: serviceOf(Customer, 'customer') } };
  return unitsOf(platform({ components: { shop: shop!, customer }, environments })).units;
}

function problemsOf(run: () => unknown): string[] {
  return mistakesToldBy(run).map(({ code, where, message }) => `${code} ${where}: ${message}`);
}
