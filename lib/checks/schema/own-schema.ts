import { isMap } from '../../yaml/json.ts';
import { amountIn } from '../../model/quantity.ts';
import type { Json, JsonMap } from '../../yaml/json.ts';
import type { Fields, Schema } from '../../kinds/schema/schema.ts';
import { pathText } from './path-text.ts';
import { errorAt, sentences } from './sentences.ts';
import type { SchemaError } from './sentences.ts';

/**
 * What is wrong with a part of an object, judged by a schema of our own.
 *
 * @param path of the part in the object, which the sentences begin with
 */
export function problemsBySchema(schema: Schema, root: JsonMap, value: Json, path: readonly string[] = []): string[] {
  const found: Found = { errors: [], others: [] };
  judge(schema, value, path, found);
  return [...sentences(found.errors, root), ...found.others];
}

interface Found {
  readonly errors: SchemaError[];

  /** Sentences about fields that must not be there. */
  readonly others: string[];
}

function judge(schema: Schema, value: Json, path: readonly string[], found: Found): void {
  if (value === null) {
    found.others.push(`${pathText(path)} is null, it must have a value or be left out`);
  } else if (!isOfType(schema, value)) {
    found.errors.push(errorAt(path, 'type', { type: schema.type }));
  } else if (schema.type === 'array') {
    judgeItems(schema, value as readonly Json[], path, found);
  } else if ('entries' in schema) {
    for (const [key, entry] of Object.entries(value)) judge(schema.entries, entry as Json, [...path, key], found);
  } else if ('fields' in schema) {
    judgeFields(schema.fields, value as JsonMap, path, found);
  } else {
    found.errors.push(...keywords(schema, value).map(([keyword, params]) => errorAt(path, keyword, params)));
  }
}

function isOfType({ type }: Schema, value: Json): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isMap(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function judgeItems(
  { items, minimum = 0 }: Schema & { readonly type: 'array' },
  value: readonly Json[],
  path: readonly string[],
  found: Found,
): void {
  if (value.length < minimum) found.errors.push(errorAt(path, 'minItems', { limit: minimum }));
  value.forEach((item, index) => judge(items, item, [...path, String(index)], found));
}

function judgeFields(fields: Fields, value: JsonMap, path: readonly string[], found: Found): void {
  for (const [name, schema] of Object.entries(fields)) {
    const child = Object.hasOwn(value, name) ? value[name] : undefined;
    if (child !== undefined) judge(schema, child, [...path, name], found);
    else if (!('optional' in schema)) found.errors.push(errorAt(path, 'required', { missingProperty: name }));
  }
  for (const key of Object.keys(value).filter(name => !Object.hasOwn(fields, name))) {
    found.others.push(`${pathText([...path, key])} is unknown, the kind has no such field`);
  }
}

type Keyword = readonly [keyword: string, params: SchemaError['params']];

function keywords(schema: Schema, value: Json): Keyword[] {
  if (schema.type === 'string') {
    return [
      ...(schema.pattern?.test(value as string) === false
        ? [['pattern', { pattern: schema.pattern.source }] as const]
        : []),
      ...(schema.format !== undefined && amountIn(value as string) === undefined
        ? [['format', { format: schema.format }] as const]
        : []),
      ...(schema.values?.includes(value as string) === false
        ? [['enum', { allowedValues: schema.values }] as const]
        : []),
    ];
  }
  if (schema.type !== 'integer') return [];
  return [
    ...(Number(value) < (schema.minimum ?? -Infinity) ? [['minimum', { limit: schema.minimum }] as const] : []),
    ...(Number(value) > (schema.maximum ?? Infinity) ? [['maximum', { limit: schema.maximum }] as const] : []),
  ];
}
