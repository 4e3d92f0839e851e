import type { DefinedSchema } from '../../../kinds/schema/defined.ts';
import { mapOf, object, optional, text, listOf, free } from '../../../kinds/schema/schema.ts';
import type { Manifest } from '../../../model/manifest.ts';
import type { Json, JsonMap } from '../../../yaml/json.ts';
import { at } from '../../../yaml/json-path.ts';
import { problemsBySchema } from '../own-schema.ts';
import { sentences } from '../sentences.ts';
import { withDefaults } from './defaults.ts';
import { judge } from './judge.ts';
import type { Found } from './judge.ts';

/** What every object has, as far as people write it. */
const metadata = object({
  name: text(),
  namespace: optional(text()),
  labels: optional(mapOf(text())),
  annotations: optional(mapOf(text())),
  finalizers: optional(listOf(text())),
  ownerReferences: optional(listOf(free())),
});

/** What is wrong with an object, judged by the schema of its version in a definition file. */
export function problemsByDefinition({ openApi }: DefinedSchema, manifest: Manifest): string[] {
  const schema = openApi[manifest.apiVersion.slice(manifest.apiVersion.indexOf('/') + 1)];
  const filled = withDefaults(schema, manifest) as JsonMap;
  const found: Found = { errors: [], others: [] };
  judge(withoutMetadata(schema), { value: filled, path: [] }, found, ['apiVersion', 'kind', 'metadata']);
  // Of the metadata a definition may say what the name must be; which fields there are is the same for all kinds.
  const ofName = at(schema, 'properties', 'metadata', 'properties', 'name');
  judge(ofName, { value: manifest.metadata.name, path: ['metadata', 'name'] }, found);
  return [
    ...problemsBySchema(metadata, manifest, manifest.metadata, ['metadata']),
    ...sentences(found.errors, filled),
    ...found.others,
  ];
}

function withoutMetadata(schema: JsonMap | undefined): Json | undefined {
  if (!schema) return undefined;
  const { metadata: _, ...properties } = (schema.properties ?? {}) as JsonMap;
  return { ...schema, properties };
}
