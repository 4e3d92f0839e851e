import { mapOf, object, oneOf, optional, text } from './schema.ts';
import type { ObjectOf, Schema } from './schema.ts';

const metadata = object({
  name: text(),
  namespace: optional(text()),
  labels: optional(mapOf(text())),
  annotations: optional(mapOf(text())),
});

/** An object of a custom resource. The type of what it accepts is what a construct hands to the chart. */
export function customObject<ApiVersion extends string, Kind extends string, Spec>(
  apiVersion: ApiVersion,
  kind: Kind,
  spec: Schema<Spec>,
): Schema<
  ObjectOf<{ apiVersion: Schema<ApiVersion>; kind: Schema<Kind>; metadata: typeof metadata; spec: Schema<Spec> }>
> {
  return object({ apiVersion: oneOf(apiVersion), kind: oneOf(kind), metadata, spec });
}
