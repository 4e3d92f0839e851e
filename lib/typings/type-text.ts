import { isMap } from '../yaml/json.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { at, listAt, mapAt, textAt } from '../yaml/json-path.ts';
import { commentText } from './comment-text.ts';

/** The type of what a schema of OpenAPI accepts, as TypeScript. @param indent of the line that it begins in */
export function typeText(schema: Json | undefined, indent: string): string {
  if (!isMap(schema)) return 'unknown';
  const words = listAt(schema, 'enum');
  if (words.length > 0) return [...new Set(words.filter(word => word !== null).map(literal))].join(' | ');
  if (schema['x-kubernetes-int-or-string'] === true) return 'number | string';
  switch (textAt(schema, 'type')) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return listText(typeText(schema.items, indent));
    case 'object':
      return objectText(schema, indent);
    default:
      return 'unknown';
  }
}

/** A field with what is said of it, as lines of an interface. */
export function fieldText(name: string, schema: Json | undefined, isNeeded: boolean, indent: string): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
  const field = `${indent}readonly ${key}${isNeeded ? '' : '?'}: ${typeText(schema, indent)};\n`;
  return commentText(schema, indent) + field;
}

/** Whether a field must be written: API servers fill in what has a default. */
export function needs(schema: JsonMap, name: string): boolean {
  return listAt(schema, 'required').includes(name) && at(schema, 'properties', name, 'default') === undefined;
}

function listText(items: string): string {
  return /^(?:\w+|\{[^]*\}|Readonly<[^]*>)$/.test(items) ? `readonly ${items}[]` : `readonly (${items})[]`;
}

function objectText(schema: JsonMap, indent: string): string {
  const properties = Object.entries({ ...embedded(schema), ...mapAt(schema, 'properties') });
  const { additionalProperties } = schema;
  if (properties.length === 0 && isMap(additionalProperties)) return record(typeText(additionalProperties, indent));
  const isFree = schema['x-kubernetes-preserve-unknown-fields'] === true || additionalProperties === true;
  if (properties.length === 0) return record(isFree ? 'unknown' : 'never');
  const inner = `${indent}  `;
  const isEmbedded = schema['x-kubernetes-embedded-resource'] === true;
  const fields = properties.map(([name, field]) => {
    const isNeeded = needs(schema, name) || (isEmbedded && (name === 'apiVersion' || name === 'kind'));
    return fieldText(name, field, isNeeded, inner);
  });
  if (isFree) fields.push(`${inner}readonly [other: string]: unknown;\n`);
  return `{\n${fields.join('')}${indent}}`;
}

/** What every object within another has, whatever its schema says. */
function embedded(schema: JsonMap): JsonMap {
  if (schema['x-kubernetes-embedded-resource'] !== true) return {};
  const free = { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true };
  return { apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: free };
}

function record(entries: string): string {
  return `Readonly<Record<string, ${entries}>>`;
}

function literal(value: Json): string {
  if (typeof value !== 'string') return isMap(value) || Array.isArray(value) ? 'unknown' : String(value);
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
