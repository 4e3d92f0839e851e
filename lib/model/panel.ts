import type { Duration } from './amounts.ts';

/** How the values of a panel read: the units of Grafana that panels here use. */
export type PanelUnit = 'bytes' | 'cores' | 'percentunit' | 'reqps' | 's' | 'short';

/** One picture: a few queries over the same axis. */
export interface Panel {
  readonly title: string;

  /** `stat` shows the latest value, `table` the latest value of each series. @default 'timeseries' */
  readonly kind?: 'stat' | 'table' | 'timeseries';

  readonly unit: PanelUnit;
  readonly queries: readonly Query[];

  /** Colours of values, each from a value on; the first one is that of all below. @default - those of the series */
  readonly colors?: readonly { readonly from?: number; readonly color: 'green' | 'yellow' | 'red' }[];
}

/** One query of a panel. */
export interface Query {
  readonly expr: string;

  /** Name of a series; `{{label}}` stands for the value of a label. */
  readonly legend: string;
}

/** A page of panels, laid out in rows. */
export interface Dashboard {
  /** Part of its address. It never changes, so that links keep their target. */
  readonly uid: string;
  readonly title: string;
  readonly rows: readonly (readonly Panel[])[];

  /** What people choose on it, which its queries name as `$name`. @default - nothing */
  readonly variables?: readonly Variable[];

  /** Words that it is found by. @default - that it is one of the platform's */
  readonly tags?: readonly string[];

  /** How often it reads again. @default '30s' */
  readonly refresh?: Duration;

  /** How far back it looks at first. @default '6h' */
  readonly range?: Duration;
}

/** Some of the values that a label has, or all of them: `tenant=~"$tenant"`. */
export interface Variable {
  readonly name: string;
  readonly title: string;

  /** Series that have the label whether or not anything happens. */
  readonly series: string;
  readonly label: string;
}
