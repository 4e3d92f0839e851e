import type { Dashboard, Panel } from '../../../../model/panel.ts';

// What all servers that store series are asked.
const ofServers: readonly Panel[] = [
  {
    title: 'Targets that answer',
    unit: 'percentunit',
    queries: [{ expr: 'avg by (cluster, job) (up)', legend: '{{cluster}} {{job}}' }],
  },
  {
    title: 'Series in memory',
    unit: 'short',
    queries: [{ expr: 'prometheus_tsdb_head_series', legend: '{{cluster}} {{job}}' }],
  },
  {
    title: 'Disk of Prometheus of what it may use',
    unit: 'percentunit',
    queries: [
      {
        expr: 'prometheus_tsdb_storage_blocks_bytes / (prometheus_tsdb_retention_limit_bytes > 0)',
        legend: '{{cluster}} {{job}}',
      },
    ],
  },
];

const ofClusters: Panel = {
  title: 'Requests to the API servers by code',
  unit: 'reqps',
  queries: [
    {
      expr: 'sum by (cluster, code) (rate(apiserver_request_total[5m]))',
      legend: '{{cluster}} {{code}}',
    },
  ],
};

// How many panels stand side by side.
const columns = 3;

/**
 * Whether the platform's own programs do their work.
 *
 * @param ofServices the panels that services bring
 */
export function platformDashboard(ofServices: readonly Panel[]): Dashboard {
  const panels = [...ofServers, ...ofServices, ofClusters];
  const rows = Array.from({ length: Math.ceil(panels.length / columns) }, (_, row) =>
    panels.slice(row * columns, (row + 1) * columns),
  );
  return { uid: 'plainsail-platform', title: 'Platform', rows };
}
