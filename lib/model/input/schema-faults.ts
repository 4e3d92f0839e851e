import { isMap } from '../../yaml/json.ts';
import type { Json } from '../../yaml/json.ts';
import { quoted } from './names.ts';
import { wrong } from './form.ts';
import type { Fault } from './form.ts';

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

/** Keywords under which a schema stands, a map of schemas, and a list of them. */
const single = ['items', 'additionalProperties', 'not'];
const maps = ['properties'];
const lists = ['allOf', 'anyOf', 'oneOf'];

/** What no reader of a schema could make sense of: parts that are none, types that nobody has, references. */
export function schemaFaults(schema: Json | undefined, field: string): Fault[] {
  if (schema === undefined) return [];
  if (!isMap(schema)) return [wrong('wrong-type', schema, field, 'must be a schema')];
  const { type, $ref } = schema;
  return [
    ...(type === undefined || types.includes(type as string)
      ? []
      : [wrong('unknown-name', type, `${field}.type`, `must be one of ${quoted(types)}`)]),
    ...($ref === undefined ? [] : [wrong('refused', $ref, `${field}.$ref`, 'must be written out, as API servers ask')]),
    ...single.flatMap(key => {
      const part = schema[key];
      return key === 'additionalProperties' && typeof part === 'boolean' ? [] : schemaFaults(part, `${field}.${key}`);
    }),
    ...maps.flatMap(key => collected(schema[key], `${field}.${key}`, isMap, name => `.${name}`)),
    ...lists.flatMap(key => collected(schema[key], `${field}.${key}`, Array.isArray, index => `[${index}]`)),
  ];
}

function collected(
  value: Json | undefined,
  field: string,
  isRight: (value: unknown) => boolean,
  step: (key: string) => string,
): Fault[] {
  if (value === undefined) return [];
  if (!isRight(value)) return [wrong('wrong-type', value, field, 'must hold schemas')];
  return Object.entries(value as object).flatMap(([key, each]) => schemaFaults(each as Json, `${field}${step(key)}`));
}
