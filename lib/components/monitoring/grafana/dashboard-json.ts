import type { JsonMap } from '../../../yaml/json.ts';
import type { Dashboard, Panel, PanelUnit } from '../../../model/panel.ts';

/** Id of the data source that panels read. */
export const dataSource = { type: 'prometheus', uid: 'prometheus' } as const;

/**
 * A dashboard as Grafana's file provisioning reads it: the classic form, without any number that counts versions, so
 * that equal dashboards give equal text.
 */
export function dashboardJson({ uid, title, rows }: Dashboard): string {
  const dashboard = {
    uid,
    title,
    editable: false,
    schemaVersion: 41,
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    timezone: 'browser',
    tags: ['plainsail'],
    templating: { list: [] },
    annotations: { list: [] },
    panels: rows.flatMap((row, y) => row.map((panel, x) => panelJson(panel, x, y, row.length))),
  };
  return `${JSON.stringify(dashboard, null, 2)}\n`;
}

// Grafana's grid is 24 units wide.
const width = 24;
const height = 8;

function panelJson(panel: Panel, x: number, y: number, columns: number): JsonMap {
  const { title, kind = 'timeseries', unit, queries } = panel;
  return {
    id: y * width + x + 1,
    title,
    type: kind,
    datasource: dataSource,
    gridPos: { h: height, w: width / columns, x: x * (width / columns), y: y * height },
    fieldConfig: { defaults: { ...(kind === 'timeseries' && { min: 0 }), unit: grafanaUnit[unit] }, overrides: [] },
    options: {},
    targets: queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode(65 + index),
      datasource: dataSource,
      expr,
      legendFormat: legend,
      instant: kind !== 'timeseries',
      range: kind === 'timeseries',
      ...(kind === 'table' && { format: 'table' }),
    })),
  };
}

const grafanaUnit: Readonly<Record<PanelUnit, string>> = {
  bytes: 'bytes',
  cores: 'none',
  percentunit: 'percentunit',
  reqps: 'reqps',
  s: 's',
  short: 'short',
};
