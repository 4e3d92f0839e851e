import fc from 'fast-check';
import { addressBlocks, addressesText, everyAddress } from '../../../lib/checks/network/addresses.ts';
import { allowanceOf } from '../../../lib/checks/network/allowance.ts';
import type { Allowance } from '../../../lib/checks/network/allowance.ts';
import { NumberSet } from '../../../lib/checks/network/number-set.ts';
import type { Range } from '../../../lib/checks/network/number-set.ts';
import type { Pod } from '../../../lib/checks/network/pod.ts';
import { portsOf } from '../../../lib/checks/network/ports.ts';
import type { Json } from '../../../lib/yaml/json.ts';
import { slowly } from './slow-reading.ts';
import { named, networkOf, pods, policy } from './two-namespaces.ts';

test('the solver agrees with a slow reading of the rules, connection by connection', () => {
  const labels = fc.constantFrom<Json>(
    {},
    { matchLabels: { app: 'web' } },
    { matchLabels: { app: 'db' } },
    { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] },
  );
  const side = fc.oneof(
    fc.record({ podSelector: labels }),
    fc.record({ namespaceSelector: fc.constantFrom<Json>({}, named('a'), named('b')) }),
    fc.record({ namespaceSelector: fc.constantFrom<Json>({}, named('b')), podSelector: labels }),
    fc.constantFrom<Json>(
      { ipBlock: { cidr: '10.0.0.0/29', except: ['10.0.0.2/31'] } },
      { ipBlock: { cidr: '0.0.0.0/0' } },
    ),
  );
  const port = fc.constantFrom<Json>(
    { port: 80 },
    { port: 'http' },
    { port: 50, endPort: 60, protocol: 'UDP' },
    { protocol: 'TCP' },
  );
  const rule = fc.record({ peers: fc.array(side, { maxLength: 2 }), ports: fc.array(port, { maxLength: 2 }) });
  const spec = fc.record({
    podSelector: labels,
    policyTypes: fc.constantFrom(['Ingress'], ['Egress'], ['Ingress', 'Egress']),
    ingress: fc.array(
      rule.map(({ peers, ports }) => ({ from: peers, ports })),
      { maxLength: 2 },
    ),
    egress: fc.array(
      rule.map(({ peers, ports }) => ({ to: peers, ports })),
      { maxLength: 2 },
    ),
  });

  fc.assert(
    fc.property(fc.array(spec, { maxLength: 3 }), specs => {
      const policies = specs.map(each => policy(each as unknown as Json));
      const network = networkOf(policies);
      const connections = pods.flatMap(one =>
        (['Ingress', 'Egress'] as const).flatMap(direction =>
          [49, 50, 53, 80, 8080].flatMap(port =>
            ['TCP', 'UDP'].flatMap(protocol =>
              [...pods, 10 * 2 ** 24 + 1, 10 * 2 ** 24 + 3, 5].map(other => ({
                one,
                direction,
                other,
                protocol,
                port,
              })),
            ),
          ),
        ),
      );
      const wrong = connections.filter(
        ({ one, direction, other, protocol, port }) =>
          allows(allowanceOf(one, direction, network), other, protocol, port)
          !== slowly(policies, one, direction, other, protocol, port),
      );

      expect(wrong).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

describe('a set of numbers', () => {
  const range = fc.tuple(fc.nat(20), fc.nat(6)).map(([first, more]): Range => [first, first + more]);
  const ranges = fc.array(range, { maxLength: 4 });

  test('holds what its ranges hold, in as few ranges as there are', () => {
    fc.assert(
      fc.property(ranges, ranges, (one, other) => {
        const [a, b] = [NumberSet.of(one), NumberSet.of(other)];

        expect(members(a.minus(b))).toEqual(members(a).filter(each => !members(b).includes(each)));
        expect(members(a.and(b))).toEqual(members(a).filter(each => members(b).includes(each)));
        expect(NumberSet.union([a, b])).toEqual(
          NumberSet.of(
            members(a)
              .concat(members(b))
              .map(each => [each, each]),
          ),
        );
      }),
    );
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

function allows(allowance: Allowance | undefined, other: Pod | number, protocol: string, port: number): boolean {
  if (!allowance) return true;
  const wanted = portsOf(protocol, port);
  if (typeof other !== 'number') return wanted.minus(allowance.pods.get(other) ?? NumberSet.empty).isEmpty;
  return allowance.addressRules.some(({ addresses, ports }) => addresses.has(other) && wanted.minus(ports).isEmpty);
}

function members({ ranges }: NumberSet): number[] {
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
}
