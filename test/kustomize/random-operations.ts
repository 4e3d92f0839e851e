import fc from 'fast-check';
import { pointerToken } from '../../lib/kustomize/equal.ts';
import type { JsonPatchOperation } from '../../lib/kustomize/json-patch-operation.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json } from '../../lib/yaml/json.ts';
import { data } from './random-json.ts';

/**
 * JSON patches of an object, whose paths lead to what is there, to what another object of the kind has there, and to
 * the ends of lists.
 */
export function operations(base: Manifest, other: Manifest): fc.Arbitrary<readonly JsonPatchOperation[]> {
  const places = [base, other].flatMap(({ apiVersion: _, kind: __, metadata: { name: ___, ...metadata }, ...body }) => {
    return [...placesIn(body, ''), ...placesIn(metadata, '/metadata')];
  });
  const place =
    places.length === 0 ? fc.constant({ path: '/metadata/labels', value: {} as Json }) : fc.constantFrom(...places);
  const path = place.map(({ path }) => path);
  const operation: fc.Arbitrary<JsonPatchOperation> = fc.oneof(
    fc.record({
      op: fc.constant('add' as const),
      path: fc.oneof(path, fc.constant('/metadata/annotations/a')),
      value: data,
    }),
    fc.record({ op: fc.constant('replace' as const), path, value: data }),
    fc.record({ op: fc.constant('remove' as const), path }),
    place.map(({ path, value }) => ({ op: 'test' as const, path, value })),
    fc.record({ op: fc.constantFrom('copy' as const, 'move' as const), from: path, path }),
  );
  return fc.array(operation, { minLength: 1, maxLength: 3 });
}

function placesIn(value: Json, path: string): { path: string; value: Json }[] {
  if (typeof value !== 'object' || value === null) return [];
  const ends = Array.isArray(value) ? [{ path: `${path}/-`, value: {} }] : [];
  return Object.entries(value as Readonly<Record<string, Json>>).reduce(
    (places, [key, field]) => {
      const place = `${path}/${pointerToken(key)}`;
      return [...places, { path: place, value: field }, ...placesIn(field, place)];
    },
    ends as { path: string; value: Json }[],
  );
}
