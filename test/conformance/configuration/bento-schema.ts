import type { Json, JsonMap } from '../../../lib/yaml/json.ts';
import { isMap } from '../../../lib/yaml/json.ts';

/**
 * Closes the schema that Bento prints. It says "any of these components", each with one name, and an unknown name is
 * none of them: so it fits all of them. Here the names of all components together are the only ones.
 */
export function closed(schema: JsonMap): JsonMap {
  return { ...(merged(schema) as JsonMap), additionalProperties: false };
}

function merged(schema: Json): Json {
  if (Array.isArray(schema)) return (schema as readonly Json[]).map(merged);
  if (!isMap(schema)) return schema;

  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, merged(value)]));
  const [choice, common] = (inner['allOf'] ?? []) as readonly JsonMap[];
  if (choice?.['anyOf'] === undefined) return inner;

  const components = [...(choice['anyOf'] as readonly JsonMap[]), common ?? {}];
  const properties = Object.assign({}, ...components.map(component => component['properties'])) as JsonMap;
  return { type: 'object', properties, additionalProperties: false };
}
