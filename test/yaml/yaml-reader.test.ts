import { manifestsOf } from '../../lib/yaml/yaml-text.ts';

test.each([
  ['true', ['y', 'Yes', 'ON', 'true'], true],
  ['false', ['n', 'No', 'OFF', 'False'], false],
  ['null', ['~', 'null', 'NULL'], null],
  ['511', ['0777', '0o777', '0x1FF', '0b1_1111_1111', '5_11', '+511', '511.0', '5.11e2'], 511],
  ['8', ['08', '0b+1000', '8.', '+8'], 8],
  ['0.5', ['.5', '5e-1', '.5_0', '0.5'], 0.5],
])('reads as Go does: %s', (_, written, value) => {
  const text = `list:\n${written.map(item => `- ${item}\n`).join('')}`;

  expect(manifestsOf(text)).toEqual([{ list: written.map(() => value) }]);
});

test.each([
  '12:30:45',
  '2001-01-01',
  'yEs',
  '1e400',
  '1.2.3',
  '0x',
  '_1',
  '=',
  '._5',
  '08x',
  '0x1FFFFFFFFFFFFFFFF',
  '"1"',
  "'on'",
  '!!str 1',
])('reads as Go does: %s is text', written => {
  expect(manifestsOf(`a: ${written}`)).toEqual([{ a: written.replace(/^!!str |["']/g, '') }]);
});

test('reads each document that is not empty', () => {
  const text = '# a comment\n---\na: 1\n---\n# nothing\n---\n"b": |\n  x\n  y\n...\n';

  expect(manifestsOf(text)).toEqual([{ a: 1 }, { b: 'x\ny\n' }]);
});

test('reads keys as texts, as JSON needs them', () => {
  expect(manifestsOf('8080: a\non: b\n0x10: c\n"1": d\n__proto__: e')).toEqual([
    JSON.parse('{ "8080": "a", "true": "b", "16": "c", "1": "d", "__proto__": "e" }'),
  ]);
});

test.each([
  ['a key given twice', 'a: 1\nb:\n  c: 1\n  "c": 2', "Line 4: the key 'c' is given twice, a map must hold a key once"],
  ['keys that Go takes for one', 'yes: 1\non: 2', "Line 2: the key 'true' is given twice, a map must hold a key once"],
  ['an alias', 'a: &x [1]\nb: *x', "Line 2: the alias '*x' is used, each value must be written out"],
  ['a merge key', 'a:\n  <<: {b: 1}', "Line 2: the key '<<' merges maps, each map must be written out"],
  ['a key that is null', 'a: 1\n~: 2', "Line 2: the key '~' is no text, a key must be one"],
  ['a key that is a list', 'a: 1\n? [b]\n: 2', 'Line 2: the key \'["b"]\' is no text, a key must be one'],
  ['infinity', 'a: 1\nb: .inf', "Line 2: the number '.inf' is not finite, which a number of JSON must be"],
  ['a document that is a list', 'a: 1\n---\n- b', 'Line 3: the document is no map, a manifest must be one'],
  ['a tag', 'a: 1\nb: !secret x', 'Line 2: Unresolved tag: !secret'],
  ['a line break of YAML 1.1', 'a: 1\nb: x\u2028y', 'Line 2: the character U+2028 stands bare, it must be escaped'],
  ['what is no YAML', 'a: 1\nb: "', 'Line 2: Missing closing "quote'],
])('refuses %s, with its line', (_, text, message) => {
  expect(() => manifestsOf(text)).toThrow(new Error(message));
});

test('names all that is wrong at once', () => {
  expect(() => manifestsOf('a: *x\nb: 1\nb: 2\n---\nc: .nan')).toThrow(/^Line 1: .*\nLine 3: .*\nLine 5: [^\n]*$/);
});
