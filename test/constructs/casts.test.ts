import fc from 'fast-check';
import { anything, outcomeOf, pathsOf, replaced } from '../fixtures/casts.ts';
import { shaped } from '../fixtures/shape-objects.ts';
import { allSettings } from '../fixtures/shapes.ts';
import type { ShapeSettings } from '../fixtures/shapes.ts';

const settings: ShapeSettings = {
  ...allSettings,
  store: { db: { replicas: 3, podManagementPolicy: 'Parallel' } },
  work: {
    ...allSettings.work,
    nightly: {
      ...allSettings.work!.nightly,
      schedule: '@daily',
      startingDeadline: 60,
      deadline: 60,
      retries: 1,
      successfulHistory: 1,
      failedHistory: 1,
      suspended: false,
    },
  },
};

const paths = pathsOf(settings).filter(path => path.length > 2);

test('all of it is delivered as it is', () => {
  expect(outcomeOf(() => shaped(settings))).toBe('delivered');
  expect(paths.length).toBeGreaterThan(90);
});

test('whatever stands in place of a setting, it is told in words or delivered', () => {
  fc.assert(
    fc.property(fc.constantFrom(...paths), anything, (path, value) => {
      expect(outcomeOf(() => shaped(replaced(settings, path, value) as ShapeSettings))).toMatch(/^(delivered|told)$/);
    }),
    { numRuns: 300 },
  );
});

test.each([[undefined], [null], [7], ['x'], [{}], [[]]])('each setting as %p is told or delivered', value => {
  const odd = paths
    .map(path => [path.join('.'), outcomeOf(() => shaped(replaced(settings, path, value) as ShapeSettings))] as const)
    .filter(([, outcome]) => outcome !== 'delivered' && outcome !== 'told');

  expect(odd).toEqual([]);
});
