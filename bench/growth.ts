import type { Row } from './figures.ts';

/**
 * The exponent of a tool's growth, between the two largest sizes that it was measured at. Where it says how long its
 * work took without the start of the process, that counts: the start would make any growth look small.
 *
 * @returns undefined where it was measured at fewer than two sizes
 */
export function growthOf(rows: readonly Row[]): number | undefined {
  const [last, before] = rows.filter(({ seconds }) => seconds !== null).sort((a, b) => b.objects - a.objects);
  if (!last || !before) return undefined;
  return Math.log(workOf(last) / workOf(before)) / Math.log(last.objects / before.objects);
}

/** Seconds that a tool will take for a size, by its growth so far; 0 where nothing is known of it. */
export function predicted(rows: readonly Row[], objects: number): number {
  if (rows.some(({ seconds }) => seconds === null)) return Infinity;
  const last = rows.at(-1);
  const growth = growthOf(rows);
  if (!last || growth === undefined) return 0;
  return last.seconds! * (objects / last.objects) ** growth;
}

function workOf({ seconds, seconds_inside: inside }: Row): number {
  return inside ?? seconds!;
}
