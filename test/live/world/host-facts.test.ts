import { differences } from './host-facts.ts';

const before = new Map([
  ['routes', 'default via 10.0.0.1'],
  ['net/ipv4/ip_forward', '0'],
  ['kernel/panic', '0'],
]);

test('a machine that is as it was has no difference', () => {
  expect(differences(before, new Map(before))).toEqual([]);
});

test('what is other and what is gone is told with its value', () => {
  const after = new Map(before).set('net/ipv4/ip_forward', '1');
  after.delete('routes');

  expect(differences(before, after)).toEqual([
    'routes: was\ndefault via 10.0.0.1\nand is\ngone',
    'net/ipv4/ip_forward: was\n0\nand is\n1',
  ]);
});

test('a setting that a module of the kernel brought is no difference', () => {
  expect(differences(before, new Map(before).set('net/bridge/bridge-nf-call-iptables', '1'))).toEqual([]);
});
