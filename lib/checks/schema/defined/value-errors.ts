import { isMap } from '../../../yaml/json.ts';
import type { Json, JsonMap } from '../../../yaml/json.ts';
import { listAt, numberAt, textAt } from '../../../yaml/json-path.ts';
import { equalJson } from './equal-json.ts';
import { textPattern } from './text-pattern.ts';

/** A keyword that a value breaks, and what the keyword says. */
export type Broken = readonly [keyword: string, params: Readonly<Record<string, unknown>>];

/** Keywords that a value of the right type breaks by itself, whatever lies in it. */
export function brokenKeywords(schema: JsonMap, value: Json): Broken[] {
  return [...bounds(schema, value), ...words(schema, value)];
}

type Compare = (size: number, limit: number) => boolean;

const least: Compare = (size, limit) => size >= limit;
const most: Compare = (size, limit) => size <= limit;
const more: Compare = (size, limit) => size > limit;
const less: Compare = (size, limit) => size < limit;

function bounds(schema: JsonMap, value: Json): Broken[] {
  return boundsOf(schema, value).flatMap(([keyword, size, holds]): Broken[] => {
    const limit = numberAt(schema, keyword);
    if (limit === undefined || holds(size, limit)) return [];
    // OpenAPI says beside a bound whether it is exclusive, JSON Schema in a keyword of its own.
    return [[holds === more ? 'exclusiveMinimum' : holds === less ? 'exclusiveMaximum' : keyword, { limit }]];
  });
}

function boundsOf(schema: JsonMap, value: Json): (readonly [keyword: string, size: number, holds: Compare])[] {
  if (typeof value === 'number') {
    return [
      ['minimum', value, schema.exclusiveMinimum === true ? more : least],
      ['maximum', value, schema.exclusiveMaximum === true ? less : most],
    ];
  }
  const [what, size] = sizeOf(value);
  return [
    [`min${what}`, size, least],
    [`max${what}`, size, most],
  ];
}

function sizeOf(value: Json): [what: string, size: number] {
  if (typeof value === 'string') return ['Length', [...value].length]; // by characters, as Go counts them
  if (Array.isArray(value)) return ['Items', value.length];
  return ['Properties', isMap(value) ? Object.keys(value).length : 0];
}

function words(schema: JsonMap, value: Json): Broken[] {
  const broken: Broken[] = [];
  if (schema.enum !== undefined && !listAt(schema, 'enum').some(word => equalJson(word, value))) {
    broken.push(['enum', { allowedValues: listAt(schema, 'enum') }]);
  }
  const multipleOf = numberAt(schema, 'multipleOf');
  if (typeof value === 'number' && multipleOf !== undefined && !Number.isInteger(value / multipleOf)) {
    broken.push(['multipleOf', { multipleOf }]);
  }
  if (typeof value !== 'string') return broken;
  const pattern = textAt(schema, 'pattern');
  if (pattern !== undefined && textPattern(pattern)?.test(value) === false) broken.push(['pattern', { pattern }]);
  const format = textAt(schema, 'format') ?? '';
  if (Object.hasOwn(formats, format) && !formats[format]!.test(value)) broken.push(['format', { format }]);
  return broken;
}

/** Formats that API servers look at, and definitions use. What an address or a URL is differs too much from Go. */
const formats: Readonly<Record<string, RegExp>> = {
  'byte': /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  'date': /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  'date-time': /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:?\d\d)$/,
  'uuid': /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i,
};
