import { styleOf } from '../yaml/yaml-scalar.ts';
import type { Variants } from './stand.ts';
import { isShared } from './holes.ts';

/** What a text is made of: what all environments share, and what each of them says in between. */
export type Piece = string | { readonly variants: ReadonlyMap<number, string>; readonly key: string | undefined };

/**
 * Parts a text into what environments share and what not, word by word, and line by line where it has several.
 *
 * @param isKnown whether a word is one that has a name already, such as that of a namespace
 * @returns undefined where the texts are too different, or where a word could change how the text is read
 */
export function piecesOf(
  variants: Variants,
  isKnown: (words: ReadonlyMap<number, string>) => boolean,
): Piece[] | undefined {
  const texts = [...variants].map(([environment, value]) => [environment, String(value)] as const);
  const styles = new Set(texts.map(([, text]) => styleOf(text)));
  if (styles.size > 1 || styles.has('quoted')) return undefined;
  const lines = texts.map(([environment, text]) => [environment, text.split('\n')] as const);
  const [[, first = []] = []] = lines;
  if (lines.some(([, each]) => each.length !== first.length)) return undefined;

  const parted = first.map((_, index) => {
    const line = new Map(lines.map(([environment, each]) => [environment, each[index]!]));
    return piecesOfLine(line, isKnown, keyOf(first, index));
  });
  if (parted.some(pieces => pieces === undefined)) return undefined;
  return parted.flatMap((pieces, index) => (index === 0 ? pieces! : ['\n', ...pieces!]));
}

function piecesOfLine(
  line: ReadonlyMap<number, string>,
  isKnown: (words: ReadonlyMap<number, string>) => boolean,
  key: string | undefined,
): Piece[] | undefined {
  if (isShared(line)) return [line.values().next().value!];
  const words = wordsOf(line, key);
  if (words?.every(piece => typeof piece === 'string' || isKnown(piece.variants))) return words;
  return key === undefined ? undefined : framed(line, key);
}

/** Word by word, where there are as many of them everywhere. */
function wordsOf(line: ReadonlyMap<number, string>, key: string | undefined): Piece[] | undefined {
  const split = [...line].map(
    ([environment, text]) => [environment, text.match(/[A-Za-z0-9-]+|[^A-Za-z0-9-]+/g) ?? []] as const,
  );
  const [[, first = []] = []] = split;
  if (split.some(([, words]) => words.length !== first.length)) return undefined;
  return first.map((word, index): Piece => {
    const variants = new Map(split.map(([environment, words]) => [environment, words[index]!]));
    return isShared(variants) ? word : { variants, key };
  });
}

/** What follows the key of a line is a value as a whole. */
function framed(line: ReadonlyMap<number, string>, key: string): Piece[] | undefined {
  const [text = ''] = line.values();
  const [start = ''] = /^ *(?:- )*(?:--?[\w.-]+=|[\w./-]+: )?/.exec(text) ?? [];
  const variants = new Map([...line].map(([environment, each]) => [environment, each.slice(start.length)]));
  if (![...line.values()].every(each => each.startsWith(start))) return undefined;
  return [start, { variants, key }];
}

/** What a line says it is: its own key or option, or else the key that its list stands under. */
function keyOf(lines: readonly string[], index: number): string | undefined {
  const [, spaces = '', own] = /^( *)(?:- )*(?:--?([\w.-]+)=|([\w./-]+): )/.exec(lines[index]!)?.slice(0, 4) ?? [];
  const named = own ?? /^ *(?:- )*([\w./-]+): /.exec(lines[index]!)?.[1];
  if (named !== undefined) return named;
  const depth = spaces.length || /^ */.exec(lines[index]!)![0].length;
  const above = lines
    .slice(0, index)
    .reverse()
    .find(line => /^ */.exec(line)![0].length < depth);
  return /([\w./-]+):\s*$/.exec(above ?? '')?.[1];
}
