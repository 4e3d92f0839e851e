import type { Manifest } from '../model/manifest.ts';
import { oncePerObject } from '../model/once-per-object.ts';
import type { Json } from '../yaml/json.ts';
import { pathText } from './schema/path-text.ts';

/** A text of an object, and where it is: its key, below the keys of what holds it. */
interface Text {
  readonly text: string;
  readonly place: Place;
}

interface Place {
  readonly key: string;
  readonly above: Place | undefined;
}

/**
 * Applies a judgement to every text of an object.
 *
 * @param judge what is wrong with a text, as the rest of a sentence that begins with its path; short texts, and parts that
 *   several objects share, are judged once
 */
export function eachText(judge: (text: string) => string | undefined): (manifest: Manifest) => string[] {
  const judgeText = oncePerShortText(judge);
  const judgePart = oncePerObject((part: object) =>
    textsOf(part).flatMap(({ text, place }) => {
      const problem = judgeText(text);
      return problem === undefined ? [] : [{ place, problem }];
    }),
  );
  return manifest =>
    Object.entries(manifest).flatMap(([key, part]) => {
      if (typeof part !== 'object' || part === null) return [];
      return judgePart(part).map(({ place, problem }) => `${pathText([key, ...keysOf(place)])} ${problem}`);
    });
}

/** Most texts are short, such as kinds, units and names of images, and stand in hundreds of objects. */
function oncePerShortText<Result>(judge: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return text => {
    if (text.length > longestRemembered) return judge(text);
    if (!known.has(text)) known.set(text, judge(text));
    return known.get(text) as Result;
  };
}

const longestRemembered = 64;

// Rules that read every text share the walk.
const textsOf = oncePerObject((part: object) => {
  const texts: Text[] = [];
  collect(part as Json, undefined, texts);
  return texts;
});

function collect(value: Json, above: Place | undefined, texts: Text[]): void {
  for (const [key, child] of Object.entries(value as object) as [string, Json][]) {
    if (typeof child === 'string') texts.push({ text: child, place: { key, above } });
    else if (typeof child === 'object' && child !== null) collect(child, { key, above }, texts);
  }
}

function keysOf(place: Place | undefined): string[] {
  return place ? [...keysOf(place.above), place.key] : [];
}
