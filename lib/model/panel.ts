/** How the values of a panel read: the units of Grafana that panels here use. */
export type PanelUnit = 'bytes' | 'cores' | 'percentunit' | 'reqps' | 's' | 'short';

/** One picture: a few queries over the same axis. */
export interface Panel {
  readonly title: string;

  /** `stat` shows the latest value, `table` the latest value of each series. @default 'timeseries' */
  readonly kind?: 'stat' | 'table' | 'timeseries';

  readonly unit: PanelUnit;
  readonly queries: readonly Query[];
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
}
