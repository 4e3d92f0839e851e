import fc from 'fast-check';
import type { Tenant } from '../../../lib/model/tenant.ts';
import { withOperator } from '../monitoring/operator-program.ts';
import { anyRow, filesAbout, filesOf, withTenants } from './tenant-platform.ts';

const names = ['ada', 'bay', 'cob', 'dune', 'elm'] as const;
const few = { numRuns: 12 };

/** Rows of different names, with a host in prod for some. */
const anyRows: fc.Arbitrary<Tenant[]> = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }), fc.array(anyRow, { minLength: 4 }))
  .chain(([chosen, rows]) =>
    fc.array(fc.boolean(), { minLength: chosen.length, maxLength: chosen.length }).map(hosted =>
      chosen.map((name, index) => ({
        ...rows[index % rows.length]!,
        name,
        ...(hosted[index] && { hosts: { prod: `${name}.example.com` } }),
      })),
    ),
  );

test('whoever else comes, leaves, is renamed or changes, changes no byte of a tenant', () => {
  fc.assert(
    fc.property(anyRows, anyRows, (before, after) => {
      const kept = before.slice(0, Math.ceil(before.length / 2));
      const others = after.filter(({ name }) => kept.every(each => each.name !== name));
      const [files, later] = [before, [...others, ...kept]].map(rows => filesOf(withTenants(rows)));

      for (const { name } of kept) {
        expect(filesAbout(name, files!).length).toBeGreaterThan(20);
        expect(filesAbout(name, later!)).toEqual(filesAbout(name, files!));
      }
    }),
    few,
  );
});

test('that is so where the Prometheus of an operator judges their alerts', () => {
  const [ada, bay, cob] = ['ada', 'bay', 'cob'].map((name): Tenant => ({ name, quota: { cpu: '10', memory: '16Gi' } }));
  const rules = [
    [ada!, bay!],
    [cob!, bay!],
  ].map(rows =>
    filesAbout('bay', filesOf(withOperator(withTenants(rows)))).filter(text => text.includes('PrometheusRule')),
  );

  expect(rules[0]!.length).toBe(2);
  expect(rules[1]).toEqual(rules[0]);
});

test('two tenants whose rows say the same differ in their names alone', () => {
  fc.assert(
    fc.property(anyRow, row => {
      const hosted = (name: string): Tenant => ({ ...row, name, hosts: { prod: `${name}.example.com` } });
      const files = filesOf(withTenants([hosted('quokka-team'), hosted('wombat-team')]));
      const renamed = filesAbout('quokka-team', files).map(text => text.replaceAll('quokka', 'wombat'));

      expect(renamed.length).toBeGreaterThan(20);
      expect(renamed.sort()).toEqual(filesAbout('wombat-team', files));
    }),
    few,
  );
});

test('a field that one of two rows has changes only objects of that tenant', () => {
  const same: Tenant[] = [
    { name: 'ada', quota: { cpu: '10', memory: '16Gi' } },
    { name: 'bay', quota: { cpu: '10', memory: '16Gi' } },
  ];
  const files = filesOf(withTenants(same));
  const later = filesOf(withTenants([{ ...same[0]!, cpu: '400m', image: 'ghcr.io/example-org/own:2.0.0' }, same[1]!]));
  const changed = [...later].filter(([path, text]) => files.get(path) !== text).map(([path]) => path);

  expect(changed.length).toBeGreaterThan(0);
  expect(changed.filter(path => !/\bada\b/.test(path))).toEqual([]);
});

test('the order of the rows changes no byte', () => {
  fc.assert(
    fc.property(anyRows, rows => {
      const [files, turned] = [rows, [...rows].reverse()].map(each => filesOf(withTenants(each)));

      expect([...turned!].sort()).toEqual([...files!].sort());
    }),
    few,
  );
});
