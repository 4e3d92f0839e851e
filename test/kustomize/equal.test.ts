import fc from 'fast-check';
import { firstDifference, isEqual } from '../../lib/kustomize/equal.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { data } from './random-json.ts';

test.each<[Json, Json]>([
  [
    { a: 1, b: [2] },
    { b: [2], a: 1 },
  ],
  [1, 1.0],
  [0, -0],
  [{}, Object.create(null) as Json],
])('%j equals %j', (left, right) => {
  expect(isEqual(left, right)).toBe(true);
  expect(firstDifference(left, right)).toBeUndefined();
});

test.each<[Json, Json, string]>([
  [1, '1', ''],
  [{}, [], ''],
  [null, {}, ''],
  [[1, 2], [2, 1], '/0'],
  [[1], [1, 2], '/1'],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, '/a/c'],
  [{ 'a/b': { 'c~d': [{}] } }, { 'a/b': { 'c~d': [{ e: 1 }] } }, '/a~1b/c~0d/0/e'],
  [{ z: 1, a: 1 }, { z: 2, a: 2 }, '/a'],
  [{ constructor: 1 }, {}, '/constructor'],
  [{}, JSON.parse('{"__proto__":1}') as Json, '/__proto__'],
])('%j differs from %j at %j', (left, right, path) => {
  expect(isEqual(left, right)).toBe(false);
  expect(isEqual(right, left)).toBe(false);
  expect(firstDifference(left, right)).toBe(path);
});

test('two Dates are not two empty maps', () => {
  expect(isEqual({ a: new Date(1) } as never, { a: new Date(2) } as never)).toBe(false);
});

test('it agrees with a comparison of texts', () => {
  fc.assert(
    fc.property(data, data, (left, right) => {
      expect(isEqual(left, structuredClone(left))).toBe(true);
      expect(isEqual(left, right)).toBe(canonical(left) === canonical(right));
      expect(firstDifference(left, right) === undefined).toBe(isEqual(left, right));
    }),
  );
});

function canonical(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonical(item)).join()}]`;
  const fields = Object.entries(value as JsonMap).map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
  return `{${fields.sort().join()}}`;
}
