/**
 * When a day of the calendar begins, in seconds since 1970.
 *
 * @param text as `2027-05-31`
 * @returns nothing where the calendar has no such day: 2027-02-29 is none
 */
export function startOfDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  // eslint-disable-next-line no-restricted-globals -- reads the text that it is given, and not the clock
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.valueOf()) || !day.toISOString().startsWith(text)) return undefined;
  return day.valueOf() / 1000;
}
