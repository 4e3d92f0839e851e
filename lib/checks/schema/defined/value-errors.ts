import { isMap } from '../../../yaml/json.ts';
import type { Json, JsonMap } from '../../../yaml/json.ts';
import { listAt, numberAt, textAt } from '../../../yaml/json-path.ts';
import { equalJson } from './equal-json.ts';
import { hasFormat } from './formats.ts';
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
  const format = textAt(schema, 'format');
  if (format !== undefined && !hasFormat(format, value)) broken.push(['format', { format }]);
  if (typeof value !== 'string') return broken;
  const pattern = textAt(schema, 'pattern');
  if (pattern !== undefined && textPattern(pattern)?.test(value) === false) broken.push(['pattern', { pattern }]);
  return broken;
}
