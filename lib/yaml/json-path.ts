import { isMap } from './json.ts';
import type { Json, JsonMap } from './json.ts';

// Rules judge objects that may be wrong in any way, so reading never throws: what is not there reads as empty.

const emptyMap: JsonMap = {};
const emptyList: readonly Json[] = [];

/** Value below a path of keys. */
export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return below(value, path);
}

/** The map below a path of keys; an empty one where there is none. */
export function mapAt(value: Json | undefined, ...path: readonly string[]): JsonMap {
  const found = below(value, path);
  return isMap(found) ? found : emptyMap;
}

/** The list below a path of keys; an empty one where there is none. */
export function listAt(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const found = below(value, path);
  return Array.isArray(found) ? found : emptyList;
}

/** The text below a path of keys. */
export function textAt(value: Json | undefined, ...path: readonly string[]): string | undefined {
  const found = below(value, path);
  return typeof found === 'string' ? found : undefined;
}

/** The texts of the map below a path of keys, such as labels. */
export function textsAt(value: Json | undefined, ...path: readonly string[]): Readonly<Record<string, string>> {
  const found = below(value, path);
  return (isMap(found) ? found : emptyMap) as Readonly<Record<string, string>>;
}

/** The number below a path of keys. */
export function numberAt(value: Json | undefined, ...path: readonly string[]): number | undefined {
  const found = below(value, path);
  return typeof found === 'number' ? found : undefined;
}

function below(value: Json | undefined, path: readonly string[]): Json | undefined {
  let current = value;
  for (const key of path) {
    if (!isMap(current)) return undefined;
    current = current[key];
  }
  return current;
}
