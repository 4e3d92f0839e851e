import type { Kind } from '../../kinds/kind.ts';
import type { Manifest } from '../../model/manifest.ts';
import { isMap } from '../../yaml/json.ts';
import type { Json } from '../../yaml/json.ts';
import { problemsBySchema } from './own-schema.ts';

/** Takes the fields that no model knows out of an object, judged, so that its package's model can judge the rest. */
export function judgeUnmodelled(
  manifest: Manifest,
  unmodelled: Kind['unmodelled'] = {},
): { readonly rest: Manifest; readonly problems: readonly string[] } {
  const problems: string[] = [];
  let rest: Json = manifest;
  for (const [path, schema] of Object.entries(unmodelled)) {
    rest = without(rest, path.split('.'), (value, found) =>
      problems.push(...problemsBySchema(schema, manifest, value, found)),
    );
  }
  return { rest: rest as Manifest, problems };
}

/** A copy without what lies at a path, each of which is handed to `judge`. */
function without(
  value: Json,
  [key, ...below]: readonly string[],
  judge: (value: Json, path: readonly string[]) => void,
  above: readonly string[] = [],
): Json {
  if (key === '*') {
    if (!Array.isArray(value)) return value;
    return value.map((item, index) => without(item, below, judge, [...above, String(index)]));
  }
  if (key === undefined || !isMap(value) || value[key] === undefined) return value;
  const { [key]: child, ...others } = value;
  if (below.length > 0) return { ...others, [key]: without(child!, below, judge, [...above, key]) };
  judge(child!, [...above, key]);
  return others;
}
