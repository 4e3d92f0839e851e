import fc from 'fast-check';
import { isMap } from '../../lib/yaml/json.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { keyProblem, valueProblem } from '../../lib/kustomize/uncarried-values.ts';

/** Texts that some YAML reader or writer takes for another value, folds, strips or escapes wrongly. */
export const trickyTexts: readonly string[] = [
  '',
  ' ',
  'y',
  'on',
  'No',
  'true',
  'null',
  '~',
  '<<',
  '=',
  '-',
  '?',
  ':',
  '0',
  '80',
  '0777',
  '0o7',
  '0x1F',
  '0b11',
  '1_000',
  '1e3',
  '.5',
  '-0',
  '1e400',
  '.inf',
  '.NaN',
  '12:30:45',
  '2001-01-01',
  '9007199254740993',
  'e3',
  'a: b',
  'a #b',
  '- a',
  '*a',
  '&a',
  '!x',
  '%a',
  '@a',
  '`a',
  '{a',
  '[a',
  '"a"',
  "'a'",
  '\\n',
  '$(A)',
  '---',
  '...',
  'a\n',
  '\na',
  '\n',
  '\n\n',
  'a\nb',
  ' a\nb',
  'a \nb',
  'a\n \nb',
  'a\n\tb',
  '\n\ta',
  '\t',
  '\ta',
  'a\tb',
  'a\t',
  '\r',
  'a\r\nb\r\n',
  '---\na',
  'a\n...\nb',
  '#a\nb',
  '%a\nb',
  '\u00a0',
  'a\u2028b',
  'a\u2029\nb',
  '\u200b',
  'a\ufeffb',
  'é\n',
  '😀',
  `${'word '.repeat(40)}\nx`,
];

/** Keys that mean something to a YAML reader, to a JSON pointer, to Kustomize or to JavaScript. */
const trickyKeys: readonly string[] = [
  '',
  'y',
  'on',
  'null',
  'true',
  '123',
  '1.5',
  '0o7',
  '1_000',
  '12:30:45',
  '2001-01-01',
  '~',
  '~0',
  '~1',
  'a/b',
  'c~d',
  '/',
  '-',
  '0',
  '.env',
  'a b',
  ' a',
  'a: b',
  '#a',
  'a\nb',
  '\u2028',
  'é',
  '$x',
  '$patch',
  '$setElementOrder/env',
  '__proto__',
  'constructor',
  'toString',
  'length',
  'name',
  'containers',
  'env',
  'ports',
  'finalizers',
];

const FRAGMENTS: readonly string[] = ['a', ' ', '\n', '\t', ': ', '#', '-', '"', "'", '\\', 'é', '\r'];

/** Texts that every route carries. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c', 'x/y:1.2.3', 'http', '100m', '1Gi') },
  { weight: 2, arbitrary: fc.constantFrom(...trickyTexts) },
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter(isCarried),
  fc
    .array(fc.constantFrom(...FRAGMENTS), { maxLength: 8 })
    .map(parts => parts.join(''))
    .filter(isCarried),
);

const keys: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c', 'd') },
  { weight: 2, arbitrary: fc.constantFrom(...trickyKeys) },
  texts.filter(key => keyProblem(key) === undefined),
);

const numbers = fc.oneof(
  fc.constantFrom(0, 1, 80, 443, -1, 0.5, 1e6, 1e-7, 123456789012, Number.MAX_SAFE_INTEGER),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e15, min: -1e15 }),
);

/** A text, a number or a boolean. */
export const scalars: fc.Arbitrary<Json> = fc.oneof({ weight: 3, arbitrary: texts }, numbers, fc.boolean());

/** Any data without null, a few levels deep. */
export const data: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>(tie => ({
  node: fc.oneof({ maxDepth: 3 }, scalars, mapsOf(tie('node')), fc.array(tie('node'), { maxLength: 3 })),
})).node;

/** Maps of such data, whose keys are tricky. */
export const maps: fc.Arbitrary<JsonMap> = mapsOf(data);

/** A map of texts, as in a ConfigMap. */
export const textMaps: fc.Arbitrary<JsonMap> = mapsOf(texts);

/** A map with some of these fields. */
export function some(fields: Readonly<Record<string, fc.Arbitrary<Json>>>): fc.Arbitrary<JsonMap> {
  return fc.record(fields, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<JsonMap>;
}

/** A change somewhere in a value: which way to go at each level, what to do there, and what to put there. */
export interface Edit {
  readonly way: readonly number[];
  readonly act: number;
  readonly fresh: Json;
}

/** Changes of any kind, anywhere; what is new may be null. */
export const edits: fc.Arbitrary<Edit> = fc.record({
  way: fc.array(fc.nat(9), { maxLength: 10 }),
  act: fc.nat(7),
  fresh: fc.oneof({ weight: 9, arbitrary: data }, fc.constant(null)),
});

/** The value with one change; with `isTame`, no list, map or scalar becomes another of the three. */
export function edited(value: Json, { way, act, fresh }: Edit, options: { readonly isTame: boolean }): Json {
  const [turn, ...rest] = way;
  const entries = Object.entries(value ?? {}) as [string, Json][];
  if (turn === undefined || entries.length === 0 || typeof value !== 'object') {
    const after = replacement(value, act, fresh);
    return options.isTame && !isOfShape(after, value) ? value : after;
  }
  const chosen = turn % entries.length;
  const below = edited(entries[chosen]![1], { way: rest, act, fresh }, options);
  const isRemoved = rest.length === 0 && act === 0;
  if (Array.isArray(value)) return isRemoved ? value.toSpliced(chosen, 1) : value.with(chosen, below);
  const [key] = entries[chosen]!;
  return Object.fromEntries(isRemoved ? entries.toSpliced(chosen, 1) : entries.with(chosen, [key, below]));
}

function isOfShape(after: Json, before: Json): boolean {
  if (!Array.isArray(after) || !Array.isArray(before)) return shapeOf(after) === shapeOf(before);
  return after.every((item: Json) => {
    const isScalar = typeof item !== 'object';
    return before.includes(item) || (isScalar && before.some((other: Json) => isOfShape(item, other)));
  });
}

function shapeOf(value: Json): string {
  if (Array.isArray(value)) return 'list';
  return isMap(value) ? 'map' : 'scalar';
}

function replacement(value: Json, act: number, fresh: Json): Json {
  if (act === 1) return Array.isArray(value) ? value.toReversed() : otherType(value);
  if (act === 2) return Array.isArray(value) ? [...value, ...value.slice(0, 1)] : otherType(value);
  if (act === 3 || act === 4) return grown(value, fresh, act === 3);
  if (act === 5) return Array.isArray(value) ? [] : {};
  return fresh;
}

function grown(value: Json, fresh: Json, isFirst: boolean): Json {
  if (Array.isArray(value)) return isFirst ? [fresh, ...value] : [...value, fresh];
  if (!isMap(value) || !isMap(fresh)) return fresh;
  return Object.fromEntries([...Object.entries(value), ...Object.entries(fresh)]);
}

/** The same in another type: 80 for '80'. */
function otherType(value: Json): Json {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : 'other';
}

function mapsOf<T extends Json>(values: fc.Arbitrary<T>): fc.Arbitrary<JsonMap> {
  // From entries, for `__proto__` must be a key like any other.
  return fc.array(fc.tuple(keys, values), { maxLength: 4 }).map(entries => Object.fromEntries(entries));
}

function isCarried(text: string): boolean {
  // The judge reads a break and the spaces after it as one, see `kustomize.ts`.
  return valueProblem(text) === undefined && !/[\u2028\u2029] /.test(text);
}
