import { isMap } from '../../../yaml/json.ts';
import type { Json, JsonMap } from '../../../yaml/json.ts';
import { at, mapAt } from '../../../yaml/json-path.ts';

/** A value as the API server judges it: with the defaults of its schema, also in place of nulls that it may not have. */
export function withDefaults(schema: Json | undefined, value: Json): Json {
  if (Array.isArray(value)) {
    const items = at(schema, 'items');
    return items === undefined ? value : value.map((item: Json) => withDefaults(items, item));
  }
  if (!isMap(value)) return value;
  const fields = mapAt(schema, 'properties');
  const entries = at(schema, 'additionalProperties');
  const filled: Record<string, Json> = {};
  for (const [key, child] of [...Object.entries(value), ...missing(fields, value)]) {
    const own = Object.hasOwn(fields, key) ? fields[key] : entries;
    filled[key] = withDefaults(own, isReplaced(own, child) ? at(own, 'default')! : child);
  }
  return filled;
}

function missing(fields: JsonMap, value: JsonMap): [string, Json][] {
  return Object.entries(fields).flatMap(([key, field]): [string, Json][] => {
    const fallback = at(field, 'default');
    return fallback === undefined || Object.hasOwn(value, key) ? [] : [[key, fallback]];
  });
}

function isReplaced(schema: Json | undefined, value: Json): boolean {
  return value === null && at(schema, 'default') !== undefined && at(schema, 'nullable') !== true;
}
