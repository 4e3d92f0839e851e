import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Json } from '../../../lib/yaml/json.ts';
import { allowed, api, db, named, policy, web } from './two-namespaces.ts';

describe('a pod that no policy selects', () => {
  test('is open in both directions', () => {
    const ofOthers = policy({ podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Egress'] });

    expect(allowed(api, 'Ingress', [])).toBe('open');
    expect(allowed(api, 'Egress', [ofOthers])).toBe('open');
  });

  test('is open in a direction that its policies are not about', () => {
    const ingressOnly = [policy({ podSelector: {}, policyTypes: ['Ingress'] })];

    expect(allowed(api, 'Ingress', ingressOnly)).toBe('nothing');
    expect(allowed(api, 'Egress', ingressOnly)).toBe('open');
  });

  test('is open when the policy is of another namespace', () => {
    expect(allowed(db, 'Ingress', [policy({ podSelector: {}, policyTypes: ['Ingress'] })])).toBe('open');
  });
});

describe('a policy without types', () => {
  test.each<[string, Json, string, string]>([
    ['nothing', {}, 'nothing', 'open'],
    ['ingress', { ingress: [{}] }, 'everybody', 'open'],
    ['an empty egress', { egress: [] }, 'nothing', 'open'],
    ['egress', { egress: [{}] }, 'nothing', 'everybody'],
  ])('with %s is about ingress, and about egress only if it has a section on it', (_, sections, ingress, egress) => {
    const policies = [policy({ podSelector: {}, ...(sections as object) })];

    expect(allowed(api, 'Ingress', policies)).toBe(ingress);
    expect(allowed(api, 'Egress', policies)).toBe(egress);
  });
});

describe('a rule of ingress', () => {
  test.each<[string, Json, string]>([
    [
      'without a side means everybody',
      { ports: [{ port: 8080 }] },
      'web TCP 8080; api TCP 8080; db TCP 8080; 0.0.0.0/0 TCP 8080',
    ],
    ['with an empty side means everybody', { from: [] }, 'everybody'],
    ['without ports means every port', { from: [{ podSelector: { matchLabels: { app: 'web' } } }] }, 'web every port'],
    [
      'with empty ports means every port',
      { from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [] },
      'web every port',
    ],
    [
      'selects pods of its own namespace',
      { from: [{ podSelector: {} }], ports: [{ port: 1 }] },
      'web TCP 1; api TCP 1',
    ],
    [
      'selects namespaces by label',
      { from: [{ namespaceSelector: { matchLabels: { team: 'data' } } }], ports: [{ port: 1 }] },
      'db TCP 1',
    ],
    [
      'selects every namespace',
      { from: [{ namespaceSelector: {} }], ports: [{ port: 1 }] },
      'web TCP 1; api TCP 1; db TCP 1',
    ],
    [
      'takes two selectors of one side together',
      {
        from: [{ namespaceSelector: named('b'), podSelector: { matchLabels: { app: 'web' } } }],
        ports: [{ port: 1 }],
      },
      'nothing',
    ],
    [
      'takes two sides apart',
      {
        from: [{ namespaceSelector: named('b') }, { podSelector: { matchLabels: { app: 'web' } } }],
        ports: [{ port: 1 }],
      },
      'db TCP 1; web TCP 1',
    ],
    [
      'takes no pod for an address',
      { from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 1 }] },
      '10.0.0.0/8 TCP 1',
    ],
    [
      'leaves out exceptions',
      {
        from: [{ ipBlock: { cidr: '10.0.0.0/30', except: ['10.0.0.1/32'] } }],
        ports: [{ port: 1 }],
      },
      '10.0.0.0/32, 10.0.0.2/31 TCP 1',
    ],
    ['allows nobody by a block that is none', { from: [{ ipBlock: { cidr: '10.0.0.300/8' } }] }, 'nothing'],
    [
      'is of TCP where it does not say',
      { from: [{ namespaceSelector: named('b') }], ports: [{ port: 53 }] },
      'db TCP 53',
    ],
    [
      'allows all ports of a protocol',
      { from: [{ namespaceSelector: named('b') }], ports: [{ protocol: 'UDP' }] },
      'db UDP on every port',
    ],
    [
      'allows a range of ports',
      { from: [{ namespaceSelector: named('b') }], ports: [{ port: 80, endPort: 90 }] },
      'db TCP 80 to 90',
    ],
    [
      'finds a named port on the pod that it is about',
      { from: [{ namespaceSelector: named('b') }], ports: [{ port: 'http' }] },
      'db TCP 8080',
    ],
    [
      'finds a named port of its protocol only',
      { from: [{ namespaceSelector: named('b') }], ports: [{ port: 'dns' }] },
      'nothing',
    ],
    [
      'needs all expressions to hold',
      {
        from: [
          {
            podSelector: {
              matchExpressions: [
                { key: 'app', operator: 'In', values: ['web', 'api'] },
                { key: 'tier', operator: 'Exists' },
              ],
            },
          },
        ],
        ports: [{ port: 1 }],
      },
      'web TCP 1',
    ],
    [
      'takes a missing label for another value',
      {
        from: [{ podSelector: { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['front'] }] } }],
        ports: [{ port: 1 }],
      },
      'api TCP 1',
    ],
    [
      'may ask for a label to be missing',
      {
        from: [{ podSelector: { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] } }],
        ports: [{ port: 1 }],
      },
      'api TCP 1',
    ],
  ])('%s', (_, rule, expected) => {
    const podSelector = { matchLabels: { app: 'api' } };
    const policies = [policy({ podSelector, policyTypes: ['Ingress'], ingress: [rule] })];

    expect(allowed(api, 'Ingress', policies)).toBe(expected);
  });
});

describe('a rule of egress', () => {
  test('finds a named port on the pod that is called, which differs between pods', () => {
    const policies = [
      policy({
        podSelector: { matchLabels: { app: 'web' } },
        policyTypes: ['Egress'],
        egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: 'http' }] }],
      }),
    ];

    expect(allowed(web, 'Egress', policies)).toBe('web TCP 80; api TCP 8080');
  });

  test('has no named ports for addresses', () => {
    const egress = [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: 'http' }] }];
    const policies = [policy({ podSelector: {}, policyTypes: ['Egress'], egress })];

    expect(allowed(web, 'Egress', policies)).toBe('nothing');
  });
});

test('several policies allow what any of them allows', () => {
  const from = (cidr: string, port: number): Manifest =>
    policy({
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ ipBlock: { cidr } }, { podSelector: {} }], ports: [{ port }] }],
    });

  expect(allowed(api, 'Ingress', [from('10.0.0.0/9', 1), from('10.128.0.0/9', 1), from('10.0.0.0/8', 2)])).toBe(
    'web TCP 1 to 2; api TCP 1 to 2; 10.0.0.0/8 TCP 1 to 2',
  );
});
