import type { Manifest } from '../model/manifest.ts';
import type { Json } from '../yaml/json.ts';
import { oncePerObject } from './once-per-object.ts';
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
 * @param judge what is wrong with a text, as the rest of a sentence that begins with its path; parts that several
 *   objects share are judged once
 */
export function eachText(judge: (text: string) => string | undefined): (manifest: Manifest) => string[] {
  const judgePart = oncePerObject((part: object) =>
    textsOf(part).flatMap(({ text, place }) => {
      const problem = judge(text);
      return problem === undefined ? [] : [{ place, problem }];
    }),
  );
  return manifest =>
    Object.entries(manifest).flatMap(([key, part]) => {
      if (typeof part !== 'object' || part === null) return [];
      return judgePart(part).map(({ place, problem }) => `${pathText([key, ...keysOf(place)])} ${problem}`);
    });
}

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
