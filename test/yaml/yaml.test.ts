import fc from 'fast-check';
import { parse } from 'yaml';
import { goScalar } from '../../lib/yaml/go-scalar.ts';
import { isMap } from '../../lib/yaml/json.ts';
import type { Json } from '../../lib/yaml/json.ts';
import { styleOf } from '../../lib/yaml/yaml-scalar.ts';
import { manifestsOf, yamlText } from '../../lib/yaml/yaml-text.ts';
import { anyMap, anyText, plain } from '../fixtures/any-json.ts';
import { everywhere, longKey, nastyTexts } from '../fixtures/nasty-texts.ts';
import { packageText } from './oracle.ts';

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'YAML 1.1': text => parse(text, { version: '1.1' }),
  'YAML 1.2': text => parse(text, { version: '1.2' }),
  'the rules of Go': text => manifestsOf(text)[0],
};

const readers = Object.entries(READERS);

describe.each(readers)('a reader of %s', (_, read) => {
  test.each(Object.entries(nastyTexts))('sees the same texts: %s', (_kind, texts) => {
    const value = everywhere(texts);

    expect(read(yamlText(value))).toEqual(value);
  });

  test('sees the same value, whatever it is', () => {
    fc.assert(
      fc.property(anyMap, value => expect(read(yamlText(value))).toEqual(plain(value))),
      { numRuns: 1000 },
    );
  });

  test('sees escaped what Kustomize loses or refuses', () => {
    const value = {
      'a': '\u0085',
      'b': 'a\u007fb',
      'c': '\ufffe',
      'd': '\tb\nc',
      [longKey]: [longKey],
      '\u0085': { a: 1 },
    };

    expect(read(yamlText(value))).toEqual(value);
  });
});

test('a text stays bare only where Go sees a text, for every short text of what numbers are made of', () => {
  const bare = everyText([...'0179_.,+-:eExob'], 4).filter(text => styleOf(text) === 'plain');

  expect(bare.length).toBeGreaterThan(1000);
  expect(bare.filter(text => goScalar(text) !== text)).toEqual([]);
});

test('writes what the package writes, byte for byte', () => {
  fc.assert(
    fc.property(anyMap, value => expect(yamlText(value)).toBe(packageText(value))),
    { numRuns: 3000 },
  );
  fc.assert(fc.property(anyText, text => expect(yamlText(text)).toBe(packageText(text))));
  fc.assert(fc.property(fc.array(anyMap), list => expect(yamlText(list)).toBe(packageText(list))));
});

test('writes equal values as equal bytes, in whatever order their keys were set', () => {
  fc.assert(
    fc.property(anyMap, value => expect(yamlText(reversed(value))).toBe(yamlText(value))),
    { numRuns: 1000 },
  );
});

test('ends with one line break', () => {
  fc.assert(fc.property(fc.oneof(anyMap, anyText), value => expect(yamlText(value)).toMatch(/[^\n]\n$/)));
});

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, held]) => [key, reversed(held)]),
  );
}

function everyText(letters: readonly string[], length: number): string[] {
  if (length === 0) return [''];
  const shorter = everyText(letters, length - 1);
  const longest = shorter.filter(text => text.length === length - 1);
  return [...shorter, ...longest.flatMap(text => letters.map(letter => text + letter))];
}
