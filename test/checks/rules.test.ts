import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { families, rules } from '../../lib/checks/rules.ts';
import { accepted } from './accepted.ts';
import { argocdCases } from './argocd/cases.ts';
import type { Cases } from './case.ts';
import { networkCases } from './network/cases.ts';
import { ownerCases } from './ownership/cases.ts';
import { podCases } from './pods/cases.ts';
import { referenceCases } from './references/cases.ts';
import { refusedCases } from './admission/cases.ts';
import { secretCases } from './secrecy/cases.ts';
import { findingsAfter } from './small-world/small-world.ts';

const cases: Cases = {
  ...refusedCases,
  ...ownerCases,
  ...podCases,
  ...secretCases,
  ...referenceCases,
  ...networkCases,
  ...argocdCases,
};

describe.each(Object.entries(cases))('%s', (id, own) => {
  test.each(own)('finds %s', async (_, edit, message) => {
    const found = await findingsAfter(edit);

    expect(
      found
        .filter(({ rule }) => rule === id)
        .map(finding => finding.message)
        .join('\n'),
    ).toContain(message);
  });
});

test.each(accepted)('%s is no mistake', async (_, edit) => {
  expect(await findingsAfter(edit)).toEqual([]);
});

test('finds nothing in a world without mistakes', async () => {
  expect(await findingsAfter(() => undefined)).toEqual([]);
});

test('every rule has a failing case', () => {
  expect(Object.keys(cases)).toEqual(rules.map(({ id }) => id));
});

test('every rule that lies in a folder is one of its family', () => {
  const folder = join(import.meta.dirname, '../../lib/checks');
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .flatMap(
      file =>
        /^export const \w+: (?:Object|Unit)Rule = \{\n {2}id: '([^']+)'/m.exec(
          readFileSync(join(folder, file), 'utf8'),
        )?.[1] ?? [],
    );

  expect(written.sort()).toEqual(rules.map(({ id }) => id).sort());
  expect(new Set(families.map(({ title }) => title)).size).toBe(families.length);
});
