import type { OwnSeries } from '../model/symptoms.ts';

/** Labels by name. */
export type Labels = Readonly<Record<string, string>>;

/** What a series says from the moment on at which something breaks; `gone` where it is no longer there. */
export type Course = 'gone' | { readonly value: number; readonly perMinute: number };

/** One series as a server stores it. */
export interface Series {
  readonly metric: string;
  readonly labels: Labels;

  /** At minute 0; `undefined` where it is not there before something breaks. */
  readonly value: number | undefined;
  readonly perMinute: number;

  /** @default - it goes on as it did */
  readonly then?: Course;
}

/** Minutes in which all is well, and minutes in which something is broken. */
export const minutes = { well: 10, broken: 80 } as const;

/** A series with the labels that a program gives it, all being well. */
export function seriesOf({ metric, labels = {}, value, perMinute = 0 }: OwnSeries): Series {
  return { metric, labels, value, perMinute };
}

/** The same series, saying something else from the moment on at which something breaks. */
export function becoming(series: Series, value: number, perMinute = 0): Series {
  return { ...series, then: { value, perMinute } };
}

/** A counter that goes on from where it is, at another pace. */
export function pacing(series: Series, perMinute: number): Series {
  return becoming(series, valueAt(series, minutes.well - 1) + perMinute, perMinute);
}

/** A series that is no longer there. */
export function ending(series: Series): Series {
  return { ...series, then: 'gone' };
}

/** A series that is there only once something is broken. */
export function appearing(metric: string, labels: Labels, value: number, perMinute = 0): Series {
  return { metric, labels, value: undefined, perMinute: 0, then: { value, perMinute } };
}

/** Name and labels as promtool reads them, always in the same order: they tell one series from another. */
export function nameOf({ metric, labels }: Pick<Series, 'metric' | 'labels'>): string {
  const matchers = Object.keys(labels)
    .sort()
    .map(label => `${label}=${JSON.stringify(labels[label])}`);
  return `${metric}{${matchers.join(', ')}}`;
}

/** Values as promtool reads them, a minute apart. */
export function valuesOf(series: Series): string {
  const { value, perMinute, then } = series;
  const before = value === undefined ? `_x${minutes.well - 1}` : run(value, perMinute, minutes.well);
  if (then === 'gone') return `${before} stale`;
  const after = then ?? { value: valueAt(series, minutes.well), perMinute };
  return `${before} ${run(after.value, after.perMinute, minutes.broken)}`;
}

function run(value: number, perMinute: number, length: number): string {
  return `${value}${perMinute < 0 ? '-' : '+'}${Math.abs(perMinute)}x${length - 1}`;
}

function valueAt({ value = 0, perMinute }: Series, minute: number): number {
  return value + perMinute * minute;
}
