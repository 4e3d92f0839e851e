import { rules } from '../lib/checks/rules/index.ts';
import { accepted } from './checks/accepted.ts';
import { argocdCases } from './checks/argocd-cases.ts';
import type { Cases } from './checks/case.ts';
import { networkCases } from './checks/network-cases.ts';
import { ownerCases } from './checks/owner-cases.ts';
import { podCases } from './checks/pod-cases.ts';
import { referenceCases } from './checks/reference-cases.ts';
import { refusedCases } from './checks/refused-cases.ts';
import { secretCases } from './checks/secret-cases.ts';
import { findingsAfter } from './checks/world.ts';

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

    expect(found.filter(({ rule }) => rule === id).map(finding => finding.message).join('\n')).toContain(message);
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
