import { quoted } from './names.ts';

/** Names in a sentence, and the one that was probably meant: `'a', 'b' (did you mean 'b'?)`. */
export function listed(known: readonly string[], written: string): string {
  return `${quoted(known) || 'none'}${hint(known, written)}`;
}

/** The name that was probably meant, in parentheses; nothing where none is near. */
export function hint(known: readonly string[], written: string): string {
  const near = nearest(known, written);
  return near === undefined ? '' : ` (did you mean '${near}'?)`;
}

/** The known name that a slip of the fingers turned into what is written, or undefined. */
export function nearest(known: readonly string[], written: string): string | undefined {
  // One slip in a short name, one for every three letters of a longer one: more than that is another word.
  let fewest = Math.max(1, Math.floor(written.length / 3)) + 1;
  let found: string | undefined;
  for (const name of known) {
    if (Math.abs(name.length - written.length) >= fewest) continue;
    const slips = slipsBetween(name.toLowerCase(), written.toLowerCase());
    if (slips >= fewest) continue;
    fewest = slips;
    found = name;
  }
  return found;
}

/** How many letters must be put in, left out, changed, or swapped with their neighbour to turn one text into another. */
function slipsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[one.length]![other.length]!;
}
