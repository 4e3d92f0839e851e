import { isEqual, keysOf, pointerToken } from '../kustomize/equal.ts';
import { shown } from '../model/input/shown.ts';
import { isMap } from '../yaml/json.ts';
import type { Json, JsonMap } from '../yaml/json.ts';

/** A value that is another one on the other side, in words. */
export interface Difference {
  /** Where it is, as a JSON pointer. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Every value in which two objects differ; lists of different lengths differ as a whole. */
export function differences(before: Json | undefined, after: Json | undefined, path = ''): Difference[] {
  if (isEqual(before, after)) return [];
  if (isMap(before) && isMap(after)) return below(keysOf(before, after), before, after, path);
  if (isList(before) && isList(after) && before.length === after.length) {
    const keys = before.map((_, index) => String(index));
    return below(keys, Object.fromEntries(before.entries()), Object.fromEntries(after.entries()), path);
  }
  // What programs are told may be anything, so it is never printed.
  const words = /^\/(?:data|binaryData|stringData)\/|\/value$/.test(path) ? hidden : inWords;
  return [{ path, before: words(before), after: words(after) }];
}

function below(keys: readonly string[], before: JsonMap, after: JsonMap, path: string): Difference[] {
  return keys.flatMap(key =>
    differences(
      Object.hasOwn(before, key) ? before[key] : undefined,
      Object.hasOwn(after, key) ? after[key] : undefined,
      `${path}/${pointerToken(key)}`,
    ),
  );
}

function inWords(value: Json | undefined): string {
  return value === undefined ? 'not there' : shown(value);
}

function hidden(value: Json | undefined): string {
  return value === undefined ? 'not there' : 'one text';
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
