import { isMap } from '../../../yaml/json.ts';
import type { Json, JsonMap } from '../../../yaml/json.ts';
import { at, listAt, mapAt, textAt } from '../../../yaml/json-path.ts';
import { pathText } from '../path-text.ts';
import { alternativesText, named } from './alternatives-text.ts';
import { repeatedItems } from './repeated-items.ts';
import { errorAt } from '../sentences.ts';
import type { SchemaError } from '../sentences.ts';
import { hasFormat } from './formats.ts';
import { brokenKeywords } from './value-errors.ts';

/** What is wrong with a value: errors of its keywords, and sentences about what no keyword says. */
export interface Found {
  readonly errors: SchemaError[];
  readonly others: string[];
}

/** A value and where it is. */
interface Place {
  readonly value: Json;
  readonly path: readonly string[];
}

/**
 * Judges a value as API servers do by a schema of a definition. Rules in CEL are not judged.
 *
 * @param known fields that there may be besides those of the schema
 */
export function judge(schema: Json | undefined, place: Place, found: Found, known?: readonly string[]): void {
  if (!isMap(schema)) return;
  judgeValue(schema, place, found, known ?? ofEmbedded(schema));
}

const preserving = 'x-kubernetes-preserve-unknown-fields';

/** An object within another has these fields whatever its schema says. */
function ofEmbedded(schema: JsonMap): readonly string[] {
  return schema['x-kubernetes-embedded-resource'] === true ? ['apiVersion', 'kind', 'metadata'] : [];
}

/** @param known fields besides those of the schema; undefined where others say which there are */
function judgeValue(schema: JsonMap, place: Place, found: Found, known: readonly string[] | undefined): void {
  const { value, path } = place;
  const types = typesOf(schema);
  if (value === null) {
    if (types.length > 0 && schema.nullable !== true) {
      found.others.push(`${pathText(path)} is null, it must have a value or be left out`);
    }
    return;
  }
  if (types.length > 0 && !types.some(type => isOfType(type, value))) {
    found.errors.push(...types.map(type => errorAt(path, 'type', { type })));
    return;
  }
  found.errors.push(...brokenKeywords(schema, value).map(([keyword, params]) => errorAt(path, keyword, params)));
  if (Array.isArray(value)) judgeItems(schema, value, path, found, known !== undefined);
  else if (isMap(value)) judgeFields(schema, value, path, found, known);
  judgeAlternatives(schema, place, found);
}

function typesOf(schema: JsonMap): readonly string[] {
  if (schema['x-kubernetes-int-or-string'] === true) return ['integer', 'string'];
  const type = textAt(schema, 'type');
  return type === undefined ? [] : [type];
}

function isOfType(type: string, value: Json): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isMap(value);
  if (type === 'integer') return Number.isInteger(value) && hasFormat('int64', value);
  return typeof value === type;
}

function judgeItems(
  schema: JsonMap,
  value: readonly Json[],
  path: readonly string[],
  found: Found,
  isStructure: boolean,
): void {
  value.forEach((item, index) => judgeBelow(schema.items, item, [...path, String(index)], found, isStructure));
  if (isStructure) found.others.push(...repeatedItems(schema, value, path));
}

function judgeFields(
  schema: JsonMap,
  value: JsonMap,
  path: readonly string[],
  found: Found,
  known: readonly string[] | undefined,
): void {
  const properties = mapAt(schema, 'properties');
  const required = [...listAt(schema, 'required').map(String), ...ofEmbedded(schema).slice(0, 2)];
  for (const name of new Set(required)) {
    if (!Object.hasOwn(value, name)) found.errors.push(errorAt(path, 'required', { missingProperty: name }));
  }
  const entries = schema.additionalProperties;
  const isFree = known === undefined || schema[preserving] === true || (entries !== undefined && entries !== false);
  for (const [key, child] of Object.entries(value)) {
    const own = Object.hasOwn(properties, key) ? properties[key] : entries;
    if (isMap(own)) judgeBelow(own, child, [...path, key], found, known !== undefined);
    else if (!isFree && !known.includes(key)) {
      found.others.push(`${pathText([...path, key])} is unknown, the kind has no such field`);
    }
  }
}

function judgeBelow(
  schema: Json | undefined,
  value: Json,
  path: readonly string[],
  found: Found,
  isStructure: boolean,
): void {
  if (isMap(schema)) judgeValue(schema, { value, path }, found, isStructure ? ofEmbedded(schema) : undefined);
}

/** Alternatives say nothing of which fields there are, only of their values. */
function judgeAlternatives(schema: JsonMap, place: Place, found: Found): void {
  for (const each of listAt(schema, 'allOf')) if (isMap(each)) judgeValue(each, place, found, undefined);
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const all = listAt(schema, keyword);
    const kept = all.filter(each => holds(each, place)).length;
    if (all.length === 0 || kept === 1 || (keyword === 'anyOf' && kept > 1)) continue;
    found.others.push(
      `${named(place)} ${alternativesText(all, kept)} ${keyword === 'anyOf' ? 'one at least' : 'exactly one'}`,
    );
  }
  const not = at(schema, 'not');
  if (not !== undefined && holds(not, place)) {
    found.others.push(`${named(place)} is what it must not be: ${JSON.stringify(not).replaceAll('"', "'")}`);
  }
}

function holds(schema: Json, place: Place): boolean {
  const found: Found = { errors: [], others: [] };
  if (isMap(schema)) judgeValue(schema, place, found, undefined);
  return found.errors.length + found.others.length === 0;
}
