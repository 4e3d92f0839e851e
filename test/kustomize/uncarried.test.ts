import { firstDifference } from '../../lib/kustomize/equal.ts';
import { identityOf } from '../../lib/model/manifest.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { refusalsOf } from '../../lib/kustomize/uncarried.ts';
import { built, byIdentity } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';
import { trickyTexts } from './random-json.ts';

class Image {
  readonly tag = '1';
}

const circle: { a?: unknown } = {};
circle.a = [circle];

const noValue = 'what has no value must be left out';
const noInteger = 'an integer must lie within ±9007199254740991, or be a text';
const noData = 'a value must be a text, a number, a boolean, a list or a plain map';
const noText = 'a text must hold whole characters, and no controls but tabs and line breaks';

test.each<[string, unknown, string]>([
  ['undefined', undefined, `'/data/x' is undefined, ${noValue}`],
  ['undefined in a list', [1, undefined], `'/data/x/1' is undefined, ${noValue}`],
  // eslint-disable-next-line no-sparse-arrays -- the hole is the point
  ['a hole in a list', [1, , 3], `'/data/x/1' is undefined, ${noValue}`],
  ['NaN', Number.NaN, "'/data/x' is NaN, a number must be finite"],
  ['Infinity', -Infinity, "'/data/x' is -Infinity, a number must be finite"],
  ['an integer beyond 2^53', 2 ** 53, `'/data/x' is 9007199254740992, ${noInteger}`],
  ['a big integer', 5n, `'/data/x' is 5, ${noData}`],
  ['a Date', new Date(0), `'/data/x' is a Date, ${noData}`],
  ['a Map', new Map(), `'/data/x' is a Map, ${noData}`],
  ['an instance of a class', new Image(), `'/data/x' is a Image, ${noData}`],
  ['a function', () => 1, `'/data/x' is a function, ${noData}`],
  ['a symbol', Symbol('a'), `'/data/x' is a symbol, ${noData}`],
  ['a circle', circle, "'/data/x/a/0' holds itself, data must end somewhere"],
  ['NEL', 'a\u0085b', `'/data/x' is 'a\\u0085b', ${noText}`],
  ['an escape', '\u001b[1m', `'/data/x' is '\\u001b[1m', ${noText}`],
  ['half a character', 'a\ud800', `'/data/x' is 'a\\ud800', ${noText}`],
  ['no character', 'a\uffff', `'/data/x' is 'a\\uffff', ${noText}`],
  ['a byte order mark', '\ufeffa', "'/data/x' is '\\ufeffa', a text must not start with a byte order mark"],
  ['lines behind a tab', '\ta\nb', "'/data/x' is '\\ta\\nb', a text of several lines must not start with a tab"],
  ['a merge key', { '<<': 1 }, "'/data/x' has the key '<<', which YAML takes for a merge, it must be another"],
  ['a control in a key', { 'a\u007f': 1 }, `'/data/x' has the key 'a\\u007f', ${noText}`],
  [
    'a long key',
    { ['k'.repeat(999)]: 1 },
    `'/data/x' has the key '${'k'.repeat(60)}…', a key must have at most 1000 characters in quotes`,
  ],
])('refuses %s', (_, x, refusal) => {
  expect(refusalsOf({ ...config({}), data: { x } })).toEqual([refusal]);
});

const OWN = 'config.kubernetes.io/local-config';
const WHERE = "'/metadata/annotations'";

test.each<[string, unknown, string]>([
  ['lists', [], "'' is a list, an object must be a map"],
  ['no name', { ...config({}), metadata: {} }, "'/metadata/name' is undefined, it must be a name"],
  ['a comma in the name', named({ name: 'a,b' }), "'/metadata/name' is 'a,b', a name must hold no comma"],
  [
    'a kind of lists',
    { ...config({}), kind: 'AllowList' },
    "'/kind' is 'AllowList', which Kustomize replaces by its items, it must not end in 'List'",
  ],
  ['labels that are no map', named({ labels: ['a'] }), "'/metadata/labels' is a list, it must be a map"],
  ['empty annotations', named({ annotations: {} }), `${WHERE} is empty, which Kustomize removes, it must be left out`],
  [
    'an annotation that is no text',
    named({ annotations: { a: 1 } }),
    "'/metadata/annotations/a' is 1, an annotation must be a text",
  ],
  [
    'an annotation called 80',
    named({ annotations: { 80: 'a' } }),
    `${WHERE} has '80', which Kustomize writes bare, it must read as a text`,
  ],
  [
    "Kustomize's own annotation",
    named({ annotations: { [OWN]: 'true' } }),
    `${WHERE} has '${OWN}', which is Kustomize's own, it must be another`,
  ],
])('refuses objects with %s', (_, manifest, refusal) => {
  expect(refusalsOf(manifest)).toEqual([refusal]);
});

test('names all that is wrong, in order, each on one line', () => {
  const refusals = refusalsOf(
    config({ 'a': undefined, 'b/c~d': `\u0085${'long '.repeat(99)}`, 'e\nf': Number.NaN } as never),
  );

  expect(refusals.map(refusal => refusal.split(' ')[0])).toEqual(["'/data/a'", "'/data/b~1c~0d'", "'/data/e\\nf'"]);
  expect(Math.max(...refusals.map(({ length }) => length))).toBeLessThan(200);
});

test('takes maps without a prototype, one value in two places, and keys that JavaScript knows', () => {
  const shared = Object.assign(Object.create(null) as object, { a: ['b'] });
  const inherited = JSON.parse('{"constructor":1,"__proto__":{"polluted":"yes"}}') as object;

  expect(refusalsOf({ ...config({}), data: { shared, again: shared, inherited } })).toEqual([]);
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

test.each(kustomizes())('$name carries what is not refused, as a value and as a key', kustomize => {
  const values = Object.fromEntries(trickyTexts.entries());
  const keys = Object.fromEntries(trickyTexts.filter(text => text !== '<<').map(key => [key, key]));
  const nulls = { a: null, b: [null, { c: null }], d: { e: null } };
  const numbers = { a: -0, b: 1e6, c: 0.1, d: 1e-7, e: Number.MIN_SAFE_INTEGER, f: 123456789.125 };
  const manifests = [values, keys, numbers, nulls].map((data, index) => {
    return { ...config(data), metadata: { name: `o${index}` } };
  });
  const results = byIdentity(
    built(
      kustomize,
      manifests.map(base => ({ base })),
    ),
  );

  expect(manifests.flatMap(manifest => refusalsOf(manifest))).toEqual([]);
  expect(manifests.map(manifest => firstDifference(results.get(identityOf(manifest))?.data, manifest.data))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

function config(data: Readonly<Record<string, Json>>): Manifest & { data: JsonMap } {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data };
}

function named(metadata: object): unknown {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', ...metadata } };
}
