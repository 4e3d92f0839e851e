import { InputError } from '../../lib/model/input-error.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import type { Mistake } from '../../lib/model/mistake.ts';
import { sentenceOf } from '../../lib/model/mistake.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { deliver } from '../../lib/synth/delivery.ts';
import { environment, platform } from '../fixtures/platform.ts';
import { cast, setting, site } from './mistakes/case.ts';
import { families } from './mistakes/families.ts';

test('a platform without mistakes is delivered', () => {
  expect(mistakesOf(platform())).toEqual([]);
});

describe.each(Object.entries(families))('in %s', (_family, cases) => {
  test.each(cases)('refuses %s', (_title, wrong, code, sentence) => {
    // Only prod is there, so that each mistake is told once.
    const mistakes = mistakesOf(platform({ environments: [environment('prod')], ...wrong }));

    expect(mistakes.map(sentenceOf)).toEqual([sentence]);
    expect(mistakes.map(each => each.code)).toEqual([code]);
  });
});

test('tells several mistakes together, of tables and of services', () => {
  const tables = platform({
    environments: [environment('prod')],
    images: { customer: platform().images.customer! },
    ...site({ domain: '' }),
  });
  const services = platform(
    setting({ shop: { shop: { replicas: 0, runAs: 0, writable: ['a'] } }, customer: { customer: { replicas: -1 } } }),
  );

  expect(mistakesOf(tables)).toHaveLength(2);
  expect(mistakesOf(services)).toHaveLength(4);
});

test('a table of another shape keeps no other table from being looked at', () => {
  const wrong = platform({
    ...site({ exposed: 7 }),
    clusters: cast('gcp'),
    environments: [environment('prod', { sync: cast('Manual') })],
    images: cast([]),
  });

  expect(mistakesOf(wrong).map(each => each.where)).toEqual([
    'overlays/site.ts',
    'argocd/clusters.ts',
    'overlays/prod.ts',
    'overlays/images.json',
  ]);
});

function mistakesOf(input: Platform): readonly Mistake[] {
  try {
    deliver(checkedPlatform(() => input, input.images));
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.mistakes;
    throw error;
  }
}
