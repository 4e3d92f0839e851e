import { checkedPlatform } from '../../lib/model/check-input.ts';
import type { Mistake } from '../../lib/model/mistake.ts';
import { sentenceOf } from '../../lib/model/mistake.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { environment, rows } from '../fixtures/platform.ts';
import { cast, service, setting, site } from './mistakes/case.ts';
import type { Wrong } from './mistakes/case.ts';
import { families } from './mistakes/families.ts';
import { mistakesToldBy } from '../fixtures/told.ts';

test('a platform without mistakes is delivered', () => {
  expect(mistakesOf({})).toEqual([]);
});

describe.each(Object.entries(families))('in %s', (_family, cases) => {
  test.each(cases)('refuses %s', (_title, wrong, code, sentence) => {
    // Only prod is there, so that each mistake is told once.
    const mistakes = mistakesOf({ environments: [environment('prod')], ...wrong });

    expect(mistakes.map(sentenceOf)).toEqual([sentence]);
    expect(mistakes.map(each => each.code)).toEqual([code]);
  });
});

test('tells several mistakes together, of tables and of services', () => {
  const tables = { environments: [environment('prod')], ...service({ image: 'a/b' }), ...site({ domain: '' }) };
  const services = setting({
    shop: { shop: { replicas: 0, runAs: 0, writable: ['a'] } },
    customer: { customer: { replicas: -1 } },
  });

  expect(mistakesOf(tables)).toHaveLength(2);
  expect(mistakesOf(services)).toHaveLength(4);
});

test('a table of another shape keeps no other table from being looked at', () => {
  const wrong = {
    ...site({ exposed: 7 }),
    clusters: cast('gcp'),
    operators: cast({ keda: null }),
    components: cast([]),
    environments: [environment('prod', { sync: cast('Manual') })],
  };

  expect(mistakesOf(wrong).map(each => each.where)).toEqual([
    'overlays/site.ts',
    'argocd/clusters.ts',
    "argocd/operators.ts: 'keda'",
    'overlays/components.ts',
    'overlays/prod.ts',
  ]);
});

function mistakesOf({ images = {}, ...wrong }: Wrong): readonly Mistake[] {
  return mistakesToldBy(() => unitsOf(checkedPlatform(rows(wrong), images)));
}
