import type { JsonMap } from '../../../yaml/json.ts';
import type { Dashboard, Panel, PanelUnit, Variable } from '../../../model/panel.ts';

/** Id of the data source that panels read. */
export const dataSource = { type: 'prometheus', uid: 'prometheus' } as const;

/**
 * A dashboard as Grafana's file provisioning reads it: the classic form, without any number that counts versions, so
 * that equal dashboards give equal text.
 */
export function dashboardJson(page: Dashboard): string {
  const { uid, title, rows, variables = [], tags = [], refresh = '30s', range = '6h' } = page;
  const dashboard = {
    uid,
    title,
    editable: false,
    schemaVersion: 41,
    refresh,
    time: { from: `now-${range}`, to: 'now' },
    timezone: 'browser',
    tags: ['plainsail', ...tags],
    templating: { list: variables.map(variableJson) },
    annotations: { list: [] },
    panels: rows.flatMap((row, y) => row.map((panel, x) => panelJson(panel, x, y, row.length))),
  };
  return `${JSON.stringify(dashboard, null, 2)}\n`;
}

// Grafana's grid is 24 units wide.
const width = 24;
const height = 8;

function panelJson(panel: Panel, x: number, y: number, columns: number): JsonMap {
  const { title, kind = 'timeseries', unit, queries, colors } = panel;
  return {
    id: y * width + x + 1,
    title,
    type: kind,
    datasource: dataSource,
    gridPos: { h: height, w: width / columns, x: x * (width / columns), y: y * height },
    fieldConfig: {
      defaults: {
        ...(kind === 'timeseries' && { min: 0 }),
        unit: grafanaUnit[unit],
        ...(colors && {
          thresholds: {
            mode: 'absolute',
            steps: colors.map(({ color, from = null }) => ({ color, value: from })),
          },
        }),
      },
      overrides: [],
    },
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

/** The values of a label, all of them at first. Grafana puts `.+` where all are meant, or those that are chosen. */
function variableJson({ name, title, series, label }: Variable): JsonMap {
  const query = `label_values(${series}, ${label})`;
  return {
    name,
    label: title,
    type: 'query',
    datasource: dataSource,
    definition: query,
    query: { query, refId: name },
    multi: true,
    includeAll: true,
    allValue: '.+',
    current: { text: ['All'], value: ['$__all'] },
    refresh: 2, // whenever the time range changes
    sort: 1,
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
