/** A value of JSON, which is all that a manifest may hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonMap;

/** An object of JSON. */
export interface JsonMap {
  readonly [key: string]: Json;
}

/** Whether a value is a map of JSON (neither a list nor null). */
export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
