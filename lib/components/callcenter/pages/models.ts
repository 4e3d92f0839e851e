import type { Dashboard, Panel, PanelUnit, Query } from '../../../model/panel.ts';

/** What the models say of tickets, how sure they are, and how long it takes them. */
export const modelsPage: Dashboard = {
  uid: 'callcenter-models',
  title: 'CallCenter AI: model performance',
  rows: [
    [
      panel('Tickets by model', 'reqps', [
        { expr: 'sum by (model) (rate(ticket_predictions_total[5m]))', legend: '{{model}}' },
      ]),
      panel('Share of each model', 'percentunit', [
        {
          expr: 'sum by (model) (rate(ticket_predictions_total[5m])) / on () group_left sum(rate(ticket_predictions_total[5m]))',
          legend: '{{model}}',
        },
      ]),
      panel('Tickets by class in an hour', 'short', [
        { expr: 'sum by (class_name) (increase(ticket_predictions_total[1h]))', legend: '{{class_name}}' },
      ]),
    ],
    [
      panel('Inference time', 's', [
        quantile(0.95, 'ticket_prediction_duration_seconds', 'model, le', '{{model}} 95 %'),
        quantile(0.99, 'ticket_prediction_duration_seconds', 'model, le', '{{model}} 99 %'),
      ]),
      panel('Confidence', 'percentunit', [
        quantile(0.25, 'ticket_prediction_confidence', 'model, le', '{{model}} lowest quarter'),
        quantile(0.5, 'ticket_prediction_confidence', 'model, le', '{{model}} half'),
      ]),
    ],
    [
      panel('Tickets without a prediction', 'reqps', [
        {
          expr: 'sum by (model, reason) (rate(ticket_prediction_errors_total[5m]))',
          legend: '{{model}} {{reason}}',
        },
      ]),
      panel('Complexity of tickets', 'short', [
        quantile(0.5, 'agent_complexity_score', 'le', 'half'),
        quantile(0.95, 'agent_complexity_score', 'le', '95 %'),
      ]),
    ],
  ],
};

function quantile(share: number, metric: string, by: string, legend: string): Query {
  return { expr: `histogram_quantile(${share}, sum by (${by}) (rate(${metric}_bucket[5m])))`, legend };
}

function panel(title: string, unit: PanelUnit, queries: readonly Query[]): Panel {
  return { title, unit, queries };
}
