import { firstDifference } from '../lib/synth/equal.ts';
import type { Json, Manifest } from '../lib/synth/manifest.ts';
import { refusalsOf } from '../lib/synth/refusals.ts';
import { built, byName } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';
import { TRICKY_TEXTS } from './random-json.ts';

class Image {
  readonly tag = '1';
}

const circle: { a?: unknown } = {};
circle.a = [circle];

test.each<[string, unknown, string]>([
  ['null', null, "'/data/x' is null, what has no value must be left out"],
  ['undefined', undefined, "'/data/x' is undefined, what has no value must be left out"],
  ['undefined in a list', [1, undefined], "'/data/x/1' is undefined, what has no value must be left out"],
  ['a hole in a list', [1, , 3], "'/data/x/1' is undefined, what has no value must be left out"],
  ['NaN', Number.NaN, "'/data/x' is NaN, a number must be finite"],
  ['Infinity', -Infinity, "'/data/x' is -Infinity, a number must be finite"],
  ['an integer beyond 2^53', 2 ** 53, "'/data/x' is 9007199254740992, an integer must lie within ±9007199254740991, or be a text"],
  ['a big integer', 5n, "'/data/x' is 5, a value must be a text, a number, a boolean, a list or a plain map"],
  ['a Date', new Date(0), "'/data/x' is a Date, a value must be a text, a number, a boolean, a list or a plain map"],
  ['a Map', new Map(), "'/data/x' is a Map, a value must be a text, a number, a boolean, a list or a plain map"],
  ['an instance of a class', new Image(), "'/data/x' is a Image, a value must be a text, a number, a boolean, a list or a plain map"],
  ['a function', () => 1, "'/data/x' is a function, a value must be a text, a number, a boolean, a list or a plain map"],
  ['a symbol', Symbol('a'), "'/data/x' is a symbol, a value must be a text, a number, a boolean, a list or a plain map"],
  ['a circle', circle, "'/data/x/a/0' holds itself, data must end somewhere"],
  ['NEL', 'a\u0085b', "'/data/x' is 'a\\u0085b', a text must hold whole characters, and no controls but tabs and line breaks"],
  ['an escape', '\u001b[1m', "'/data/x' is '\\u001b[1m', a text must hold whole characters, and no controls but tabs and line breaks"],
  ['half a character', 'a\ud800', "'/data/x' is 'a\\ud800', a text must hold whole characters, and no controls but tabs and line breaks"],
  ['a byte order mark in front', '\ufeffa', "'/data/x' is '\\ufeffa', a text must not start with a byte order mark"],
  ['lines behind a tab', '\ta\nb', "'/data/x' is '\\ta\\nb', a text of several lines must not start with a tab"],
  ['a merge key', { '<<': 1 }, "'/data/x' has the key '<<', which YAML takes for a merge, it must be another"],
  ['a control in a key', { 'a\u007f': 1 }, "'/data/x' has the key 'a\\u007f', a text must hold whole characters, and no controls but tabs and line breaks"],
  ['a long key', { ['k'.repeat(999)]: 1 }, expect.stringContaining('a key must have at most 1000 characters in quotes') as unknown as string],
])('refuses %s', (_, x, refusal) => {
  expect(refusalsOf({ ...config({}), data: { x } })).toEqual([refusal]);
});

test.each<[string, unknown, string]>([
  ['a list', [], "'' is a list, an object must be a map"],
  ['no name', { apiVersion: 'v1', kind: 'A', metadata: {} }, "'/metadata/name' is undefined, it must be a name"],
  ['a comma in the name', { apiVersion: 'v1', kind: 'A', metadata: { name: 'a,b' } }, "'/metadata/name' is 'a,b', a name must hold no comma"],
  ['a kind that ends in List', { apiVersion: 'v1', kind: 'AllowList', metadata: { name: 'a' } }, "'/kind' is 'AllowList', which Kustomize replaces by its items, it must not end in 'List'"],
  ['labels that are no map', object({ labels: ['a'] }), "'/metadata/labels' is a list, it must be a map"],
  ['empty annotations', object({ annotations: {} }), "'/metadata/annotations' is empty, which Kustomize removes, it must be left out"],
  ['an annotation that is no text', object({ annotations: { a: 1 } }), "'/metadata/annotations/a' is 1, an annotation must be a text"],
  ['an annotation called 80', object({ annotations: { 80: 'a' } }), "'/metadata/annotations' has '80', which Kustomize writes bare, it must read as a text"],
  ["Kustomize's own annotation", object({ annotations: { 'config.kubernetes.io/local-config': 'true' } }),
    "'/metadata/annotations' has 'config.kubernetes.io/local-config', which is Kustomize's own, it must be another"],
])('refuses an object with %s', (_, manifest, refusal) => {
  expect(refusalsOf(manifest)).toEqual([refusal]);
});

test('names all that is wrong, in order, each on one line', () => {
  const refusals = refusalsOf(config({ a: null, 'b/c~d': `\u0085${'long '.repeat(99)}`, 'e\nf': Number.NaN } as never));

  expect(refusals.map((refusal) => refusal.split(' ')[0])).toEqual(["'/data/a'", "'/data/b~1c~0d'", "'/data/e\\nf'"]);
  expect(Math.max(...refusals.map(({ length }) => length))).toBeLessThan(200);
});

test('takes maps without a prototype, one value in two places, and keys that JavaScript knows', () => {
  const shared = Object.assign(Object.create(null) as object, { a: ['b'] });

  expect(refusalsOf({ ...config({}), data: { shared, again: shared, constructor: 1, ...(JSON.parse('{"__proto__":{"x":"y"}}') as object) } })).toEqual([]);
  expect(({} as { x?: string }).x).toBeUndefined();
});

test.each(kustomizes())('$name carries what is not refused, as a value and as a key', (kustomize) => {
  const keys = TRICKY_TEXTS.filter((text) => text !== '<<');
  const objects = [config(Object.fromEntries(TRICKY_TEXTS.entries())), config(Object.fromEntries(keys.map((key) => [key, key])))];
  const numbers = config({ a: -0, b: 1e6, c: 0.1, d: 1e-7, e: Number.MIN_SAFE_INTEGER, f: 123456789.125 });
  const manifests = [...objects, numbers].map((manifest, index) => ({ ...manifest, metadata: { name: `o${index}` } }));

  expect(manifests.flatMap((manifest) => refusalsOf(manifest))).toEqual([]);
  const results = byName(built(kustomize, manifests.map((base) => ({ base }))));
  expect(manifests.map(({ metadata, data }) => firstDifference(results.get(metadata.name)?.data, data))).toEqual([undefined, undefined, undefined]);
});

function config(data: Readonly<Record<string, Json>>): Manifest & { data: typeof data } {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data };
}

function object(metadata: object): unknown {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', ...metadata } };
}
