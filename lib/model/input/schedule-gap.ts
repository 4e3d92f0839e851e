import { fieldValues, scheduleFault } from './schedule.ts';

const day = 86400;

/**
 * The fewest seconds between two starts of a schedule; undefined for one that is none. Every day counts as one of its days,
 * so what starts on few days has in truth a longer time.
 */
export function shortestGap(schedule: string): number | undefined {
  if (scheduleFault(schedule) !== undefined) return undefined;
  if (schedule.startsWith('@every ')) return Math.max(1, everyOf(schedule));
  if (schedule.startsWith('@')) return schedule === '@hourly' ? 3600 : day;
  const [minutes = [], hours = []] = fieldValues(schedule);
  const starts = hours.flatMap(hour => minutes.map(minute => hour * 3600 + minute * 60)).sort((a, b) => a - b);
  const once = [...new Set(starts)];
  return Math.min(...once.map((start, index) => (once[index + 1] ?? once[0]! + day) - start));
}

/** Seconds of a time such as `1h30m`. What is shorter than a second counts as nothing. */
function everyOf(schedule: string): number {
  const seconds: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };
  return [...schedule.matchAll(/([\d.]+)([a-zµ]+)/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (seconds[unit!] ?? 0),
    0,
  );
}
