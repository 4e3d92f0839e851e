import fc from 'fast-check';
import { addressBlocks, addressesText, everyAddress } from '../lib/checks/network/addresses.ts';
import { Allowance, allowanceOf } from '../lib/checks/network/allowance.ts';
import { ClusterNetwork } from '../lib/checks/network/cluster-network.ts';
import { partiesOf } from '../lib/checks/network/differences.ts';
import { NumberSet } from '../lib/checks/network/number-set.ts';
import type { Range } from '../lib/checks/network/number-set.ts';
import type { Pod } from '../lib/checks/network/pod.ts';
import type { Direction } from '../lib/checks/network/policy.ts';
import { portsOf } from '../lib/checks/network/ports.ts';
import type { Json, Manifest } from '../lib/synth/manifest.ts';
import type { Loose } from './checks-samples.ts';

const web = pod('web', 'a', { app: 'web', tier: 'front' }, [['http', 80, 'TCP']]);
const api = pod('api', 'a', { app: 'api' }, [['http', 8080, 'TCP'], ['dns', 53, 'UDP']]);
const db = pod('db', 'b', { app: 'db' }, [['sql', 5432, 'TCP']]);
const pods = [web, api, db];

describe('a pod that no policy selects', () => {
  test('is open in both directions', () => {
    expect(allowed(api, 'Ingress', [])).toBe('open');
    expect(allowed(api, 'Egress', [policy({ podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Egress'] })])).toBe('open');
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
    const policies = [policy({ podSelector: {}, ...sections as object })];

    expect(allowed(api, 'Ingress', policies)).toBe(ingress);
    expect(allowed(api, 'Egress', policies)).toBe(egress);
  });
});

describe('a rule of ingress', () => {
  test.each<[string, Json, string]>([
    ['without a side means everybody', { ports: [{ port: 8080 }] }, 'web TCP 8080; api TCP 8080; db TCP 8080; 0.0.0.0/0 TCP 8080'],
    ['with an empty side means everybody', { from: [] }, 'everybody'],
    ['without ports means every port', { from: [{ podSelector: { matchLabels: { app: 'web' } } }] }, 'web every port'],
    ['with empty ports means every port', { from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [] }, 'web every port'],
    ['selects pods of its own namespace', { from: [{ podSelector: {} }], ports: [{ port: 1 }] }, 'web TCP 1; api TCP 1'],
    ['selects namespaces by label', { from: [{ namespaceSelector: { matchLabels: { team: 'data' } } }], ports: [{ port: 1 }] }, 'db TCP 1'],
    ['selects every namespace', { from: [{ namespaceSelector: {} }], ports: [{ port: 1 }] }, 'web TCP 1; api TCP 1; db TCP 1'],
    ['takes two selectors of one side together', {
      from: [{ namespaceSelector: named('b'), podSelector: { matchLabels: { app: 'web' } } }],
      ports: [{ port: 1 }],
    }, 'nothing'],
    ['takes two sides apart', {
      from: [{ namespaceSelector: named('b') }, { podSelector: { matchLabels: { app: 'web' } } }],
      ports: [{ port: 1 }],
    }, 'db TCP 1; web TCP 1'],
    ['takes no pod for an address', { from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 1 }] }, '10.0.0.0/8 TCP 1'],
    ['leaves out exceptions', {
      from: [{ ipBlock: { cidr: '10.0.0.0/30', except: ['10.0.0.1/32'] } }],
      ports: [{ port: 1 }],
    }, '10.0.0.0/32, 10.0.0.2/31 TCP 1'],
    ['allows nobody by a block that is none', { from: [{ ipBlock: { cidr: '10.0.0.300/8' } }] }, 'nothing'],
    ['is of TCP where it does not say', { from: [{ namespaceSelector: named('b') }], ports: [{ port: 53 }] }, 'db TCP 53'],
    ['allows all ports of a protocol', { from: [{ namespaceSelector: named('b') }], ports: [{ protocol: 'UDP' }] }, 'db UDP on every port'],
    ['allows a range of ports', { from: [{ namespaceSelector: named('b') }], ports: [{ port: 80, endPort: 90 }] }, 'db TCP 80 to 90'],
    ['finds a named port on the pod that it is about', { from: [{ namespaceSelector: named('b') }], ports: [{ port: 'http' }] }, 'db TCP 8080'],
    ['finds a named port of its protocol only', { from: [{ namespaceSelector: named('b') }], ports: [{ port: 'dns' }] }, 'nothing'],
    ['needs all expressions to hold', {
      from: [{ podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }, { key: 'tier', operator: 'Exists' }] } }],
      ports: [{ port: 1 }],
    }, 'web TCP 1'],
    ['takes a missing label for another value', {
      from: [{ podSelector: { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['front'] }] } }],
      ports: [{ port: 1 }],
    }, 'api TCP 1'],
    ['may ask for a label to be missing', {
      from: [{ podSelector: { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] } }],
      ports: [{ port: 1 }],
    }, 'api TCP 1'],
  ])('%s', (_, rule, expected) => {
    const policies = [policy({ podSelector: { matchLabels: { app: 'api' } }, policyTypes: ['Ingress'], ingress: [rule] })];

    expect(allowed(api, 'Ingress', policies)).toBe(expected);
  });
});

describe('a rule of egress', () => {
  test('finds a named port on the pod that is called, which differs between pods', () => {
    const policies = [policy({
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Egress'],
      egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: 'http' }] }],
    })];

    expect(allowed(web, 'Egress', policies)).toBe('web TCP 80; api TCP 8080');
  });

  test('has no named ports for addresses', () => {
    const policies = [policy({ podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: 'http' }] }] })];

    expect(allowed(web, 'Egress', policies)).toBe('nothing');
  });
});

test('several policies allow what any of them allows', () => {
  const from = (cidr: string, port: number): Manifest => policy({
    podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from: [{ ipBlock: { cidr } }, { podSelector: {} }], ports: [{ port }] }],
  });

  expect(allowed(api, 'Ingress', [from('10.0.0.0/9', 1), from('10.128.0.0/9', 1), from('10.0.0.0/8', 2)]))
    .toBe('web TCP 1 to 2; api TCP 1 to 2; 10.0.0.0/8 TCP 1 to 2');
});

test('the solver agrees with a slow reading of the rules, connection by connection', () => {
  const labels = fc.constantFrom<Json>({}, { matchLabels: { app: 'web' } }, { matchLabels: { app: 'db' } }, { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] });
  const side = fc.oneof(
    fc.record({ podSelector: labels }),
    fc.record({ namespaceSelector: fc.constantFrom<Json>({}, named('a'), named('b')) }),
    fc.record({ namespaceSelector: fc.constantFrom<Json>({}, named('b')), podSelector: labels }),
    fc.constantFrom<Json>({ ipBlock: { cidr: '10.0.0.0/29', except: ['10.0.0.2/31'] } }, { ipBlock: { cidr: '0.0.0.0/0' } }),
  );
  const port = fc.constantFrom<Json>({ port: 80 }, { port: 'http' }, { port: 50, endPort: 60, protocol: 'UDP' }, { protocol: 'TCP' });
  const rule = fc.record({ peers: fc.array(side, { maxLength: 2 }), ports: fc.array(port, { maxLength: 2 }) });
  const spec = fc.record({
    podSelector: labels,
    policyTypes: fc.constantFrom(['Ingress'], ['Egress'], ['Ingress', 'Egress']),
    ingress: fc.array(rule.map(({ peers, ports }) => ({ from: peers, ports })), { maxLength: 2 }),
    egress: fc.array(rule.map(({ peers, ports }) => ({ to: peers, ports })), { maxLength: 2 }),
  });

  fc.assert(fc.property(fc.array(spec, { maxLength: 3 }), specs => {
    const policies = specs.map(each => policy(each as unknown as Json));
    const network = networkOf(policies);
    const connections = pods.flatMap(one => (['Ingress', 'Egress'] as const).flatMap(direction => (
      [49, 50, 53, 80, 8080].flatMap(port => ['TCP', 'UDP'].flatMap(protocol => (
        [...pods, 10 * 2 ** 24 + 1, 10 * 2 ** 24 + 3, 5].map(other => ({ one, direction, other, protocol, port }))
      )))
    )));
    const wrong = connections.filter(({ one, direction, other, protocol, port }) => (
      allows(allowanceOf(one, direction, network), other, protocol, port)
        !== slowly(policies, one, direction, other, protocol, port)
    ));

    expect(wrong).toEqual([]);
  }), { numRuns: 300 });
});

describe('a set of numbers', () => {
  const ranges = fc.array(fc.tuple(fc.nat(20), fc.nat(6)).map(([first, more]): Range => [first, first + more]), { maxLength: 4 });

  test('holds what its ranges hold, in as few ranges as there are', () => {
    fc.assert(fc.property(ranges, ranges, (one, other) => {
      const [a, b] = [NumberSet.of(one), NumberSet.of(other)];

      expect(members(a.minus(b))).toEqual(members(a).filter(each => !members(b).includes(each)));
      expect(members(a.and(b))).toEqual(members(a).filter(each => members(b).includes(each)));
      expect(NumberSet.union([a, b])).toEqual(NumberSet.of(members(a).concat(members(b)).map(each => [each, each])));
    }));
  });
});

describe('addresses', () => {
  test.each([
    [['0.0.0.0/0'], '0.0.0.0/0'],
    [['10.1.2.3/8'], '10.0.0.0/8'],
    [['10.0.0.0/9', '10.128.0.0/9'], '10.0.0.0/8'],
    [['255.255.255.255/32'], '255.255.255.255/32'],
    [['10.0.0.0', 'fd00::/8', '10.0.0.0/33', ''], ''],
  ])('%j are %s', (blocks, text) => {
    expect(addressesText(addressBlocks(blocks))).toBe(text);
  });

  test('are told in blocks where a part is missing', () => {
    expect(addressesText(everyAddress.minus(addressBlocks(['128.0.0.0/1', '0.0.0.0/2'])))).toBe('64.0.0.0/2');
  });
});

/** What a pod may do, in one line. */
function allowed(one: Pod, direction: Direction, policies: readonly Manifest[]): string {
  const allowance = allowanceOf(one, direction, networkOf(policies));
  if (!allowance) return 'open';
  const text = partiesOf(allowance.minus(new Allowance())).map(({ who, ports }) => `${who} ${ports}`).join('; ');
  const everybody = [...pods.map(({ title }) => title), '0.0.0.0/0'].map(who => `${who} every port`).join('; ');
  return text === everybody ? 'everybody' : text || 'nothing';
}

function allows(allowance: Allowance | undefined, other: Pod | number, protocol: string, port: number): boolean {
  if (!allowance) return true;
  const wanted = portsOf(protocol, port);
  if (typeof other !== 'number') return wanted.minus(allowance.pods.get(other) ?? NumberSet.empty).isEmpty;
  return allowance.addressRules.some(({ addresses, ports }) => addresses.has(other) && wanted.minus(ports).isEmpty);
}

/** The documented meaning of policies, read off one connection at a time. `other` is a pod or an address. */
function slowly(
  policies: readonly Manifest[], one: Pod, direction: Direction, other: Pod | number, protocol: string, port: number,
): boolean {
  const own = policies.map(({ spec }) => spec as Loose)
    .filter(spec => one.namespace === 'a' && matches(spec.podSelector, one.labels) && spec.policyTypes.includes(direction));
  if (own.length === 0) return true;
  const [section, side] = direction === 'Ingress' ? ['ingress', 'from'] : ['egress', 'to'];
  const called = direction === 'Ingress' ? one : other;
  return own.flatMap(spec => spec[section!]).some((rule: Loose) => (
    (rule[side!].length === 0 || rule[side!].some((peer: Loose) => isPeer(peer, other)))
    && (rule.ports.length === 0 || rule.ports.some((entry: Loose) => isPort(entry, called, protocol, port)))
  ));
}

function isPeer({ ipBlock, namespaceSelector, podSelector }: Loose, other: Pod | number): boolean {
  if (typeof other === 'number') {
    if (ipBlock?.cidr === '0.0.0.0/0') return true;
    const last = other - 10 * 2 ** 24;
    return ipBlock !== undefined && last >= 0 && last < 8 && last !== 2 && last !== 3;
  }
  if (ipBlock) return false;
  const inNamespace = namespaceSelector === undefined
    ? other.namespace === 'a'
    : matches(namespaceSelector, { 'kubernetes.io/metadata.name': other.namespace });
  return inNamespace && matches(podSelector ?? {}, other.labels);
}

function isPort(entry: Loose, called: Pod | number, protocol: string, port: number): boolean {
  if ((entry.protocol ?? 'TCP') !== protocol) return false;
  if (entry.port === undefined) return true;
  if (typeof entry.port === 'number') return port >= entry.port && port <= (entry.endPort ?? entry.port);
  return typeof called !== 'number' && called.ports.some(each => each.name === entry.port && each.number === port);
}

function matches({ matchLabels = {}, matchExpressions = [] }: Loose, labels: Pod['labels']): boolean {
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value)
    && matchExpressions.every(({ key }: Loose) => labels[key] === undefined);
}

function members({ ranges }: NumberSet): number[] {
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

function networkOf(policies: readonly Manifest[]): ClusterNetwork {
  return new ClusterNetwork([{ name: 'a', labels: {} }, { name: 'b', labels: { team: 'data' } }], pods, policies);
}

function policy(spec: Json): Manifest {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'x', namespace: 'a' }, spec };
}

function named(namespace: string): Json {
  return { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
}

function pod(title: string, namespace: string, labels: Pod['labels'], ports: [string, number, string][]): Pod {
  return { title, namespace, labels, ports: ports.map(([name, number, protocol]) => ({ name, number, protocol })) };
}
