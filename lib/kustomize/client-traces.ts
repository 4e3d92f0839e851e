import { isMap } from '../yaml/json.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Json, JsonMap } from '../yaml/json.ts';

/**
 * The object without what Go programs write because their types have the fields: `creationTimestamp: null` in any
 * metadata, and a `status` that says nothing. Every client drops them, since only the server sets these fields. For
 * objects that come from elsewhere; the argument is not changed.
 */
export function withoutClientTraces(manifest: Manifest): Manifest {
  const { status, ...rest } = manifest;
  const kept = status === undefined || saysNothing(status) ? rest : manifest;
  return withoutTimestamps(kept, '') as Manifest;
}

/** @param key under which the value stands */
function withoutTimestamps(value: Json, key: string): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withoutTimestamps(item, ''));
  if (!isMap(value)) return value;
  const entries = Object.entries(value) as [string, Json][];
  const kept = entries.filter(
    ([name, field]) => !(key === 'metadata' && name === 'creationTimestamp' && field === null),
  );
  return Object.fromEntries(kept.map(([name, field]) => [name, withoutTimestamps(field, name)]));
}

/** Nulls, empty texts, empty lists and empty maps, or maps of nothing else. */
function saysNothing(value: Json): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) ? Object.values(value as JsonMap).every(saysNothing) : value === null || value === '';
}
