import type { Dashboard, Query } from '../../../model/panel.ts';

const all = 'sum(rate(agent_requests_total[5m]))';

/** How fast and how well the agent answers. */
export const performancePage: Dashboard = {
  uid: 'callcenter-performance',
  title: 'CallCenter AI: service performance',
  rows: [
    [
      {
        title: 'Requests per second',
        unit: 'reqps',
        queries: [
          {
            expr: 'sum by (cluster, model_used) (rate(agent_requests_total[5m]))',
            legend: '{{cluster}} {{model_used}}',
          },
        ],
      },
      {
        title: 'Share of requests that succeed',
        kind: 'stat',
        unit: 'percentunit',
        queries: [{ expr: `sum(rate(agent_requests_total{status="success"}[5m])) / ${all}`, legend: 'succeed' }],
      },
      {
        title: '95 % are answered within',
        kind: 'stat',
        unit: 's',
        queries: [latency(0.95, 'le', '95 %')],
      },
    ],
    [
      {
        title: 'Latency',
        unit: 's',
        queries: [0.5, 0.95, 0.99].map(share => latency(share, 'le', `${share * 100} %`)),
      },
      {
        title: 'Latency by model, 95 %',
        unit: 's',
        queries: [latency(0.95, 'model_used, le', '{{model_used}}')],
      },
    ],
    [
      {
        title: 'Requests that fail',
        unit: 'reqps',
        queries: [
          {
            expr: 'sum by (cluster, status) (rate(agent_requests_total{status!="success"}[5m]))',
            legend: '{{cluster}} {{status}}',
          },
        ],
      },
      {
        title: 'Share that the cache answers',
        unit: 'percentunit',
        queries: [
          {
            expr: 'sum(rate(agent_cache_requests_total{result="hit"}[5m])) / sum(rate(agent_cache_requests_total[5m]))',
            legend: 'hits',
          },
        ],
      },
      {
        title: 'Personal data masked per second',
        unit: 'short',
        queries: [{ expr: 'sum by (kind) (rate(agent_pii_detected_total[5m]))', legend: '{{kind}}' }],
      },
    ],
  ],
};

function latency(share: number, by: string, legend: string): Query {
  return {
    expr: `histogram_quantile(${share}, sum by (${by}) (rate(agent_request_duration_seconds_bucket[5m])))`,
    legend,
  };
}
