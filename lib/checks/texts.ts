import type { Json, Manifest } from '../synth/manifest.ts';
import { oncePerObject } from './once-per-object.ts';
import { pathText } from './schema/path-text.ts';

/**
 * Applies a judgement to every text of an object.
 *
 * @param judge what is wrong with a text, as the rest of a sentence that begins with its path; parts that several
 *   objects share are judged once
 */
export function eachText(judge: (text: string) => string | undefined): (manifest: Manifest) => string[] {
  const judgePart = oncePerObject((part: object) => {
    const problems: { readonly path: readonly string[]; readonly problem: string }[] = [];
    walk(part as Json, [], (text, path) => {
      const problem = judge(text);
      if (problem !== undefined) problems.push({ path: [...path], problem });
    });
    return problems;
  });
  return manifest => Object.entries(manifest)
    .filter((entry): entry is [string, object & Json] => typeof entry[1] === 'object' && entry[1] !== null)
    .flatMap(([key, part]) => judgePart(part).map(({ path, problem }) => `${pathText([key, ...path])} ${problem}`));
}

/** @param path of the value; it is extended on the way down and restored on the way up, as most is never printed */
function walk(value: Json, path: string[], visit: (text: string, path: readonly string[]) => void): void {
  if (typeof value === 'string') return visit(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value) as [string, Json][]) {
    path.push(key);
    walk(child, path, visit);
    path.pop();
  }
}
