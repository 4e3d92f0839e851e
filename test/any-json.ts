import fc from 'fast-check';
import type { Json, JsonMap } from '../lib/synth/manifest.ts';
import { LONG_KEY, NASTY_TEXTS } from './nasty-texts.ts';

const nasty = Object.values(NASTY_TEXTS).flat();
const pieces = [...nasty.filter(text => text.length < 20), 'line\n', '\n', ': ', ' #', ' ', '\\', '0', '_', 'x'];

/** Texts of which most are misread somewhere: the nasty ones, what they make when joined, and any others. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...nasty),
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }).map(parts => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);

const anyKey = fc.oneof(
  { weight: 9, arbitrary: anyText },
  { weight: 1, arbitrary: fc.constantFrom('metadata', 'containers', 'name', 'image', 'kind', '__proto__', LONG_KEY) },
);

const anyNumber = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }));

/** Any map that JSON can hold, with texts and keys of the kind that readers of YAML trip over. */
export const anyMap: fc.Arbitrary<JsonMap> = fc.letrec<{ json: Json; map: JsonMap }>(tie => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    anyText,
    fc.constantFrom(null, true, false),
    anyNumber,
    fc.array(tie('json'), { maxLength: 4 }),
    tie('map'),
  ),
  map: fc.dictionary(anyKey, tie('json'), { maxKeys: 5 }),
})).map;

/** A value as JSON gives it back: -0 is 0, and each map has a prototype. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
