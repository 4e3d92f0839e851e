import type { Dashboard } from '../../model/panel.ts';

const predictions = 'sum by (model) (rate(model_predictions_total[5m]))';
const errors = 'sum by (model) (rate(model_prediction_errors_total[5m]))';
const durations = 'sum by (model, le) (rate(model_inference_duration_seconds_bucket[5m]))';

/** How models answer: requests and errors, latency, and whether they are right. */
export const modelsDashboard: Dashboard = {
  uid: 'plainsail-models',
  title: 'Models',
  rows: [
    [
      {
        title: 'Predictions',
        unit: 'reqps',
        queries: [{ expr: predictions, legend: '{{model}}' }],
      },
      {
        title: 'Errors',
        unit: 'reqps',
        queries: [
          {
            expr: 'sum by (model, reason) (rate(model_prediction_errors_total[5m]))',
            legend: '{{model}} {{reason}}',
          },
        ],
      },
      {
        title: 'Share of requests that fail',
        unit: 'percentunit',
        queries: [
          {
            expr: `${errors} / (${errors} + ${predictions})`,
            legend: '{{model}}',
          },
        ],
      },
    ],
    [
      {
        title: 'Inference latency',
        unit: 's',
        queries: [0.5, 0.95, 0.99].map(quantile => ({
          expr: `histogram_quantile(${quantile}, ${durations})`,
          legend: `{{model}} ${quantile * 100} %`,
        })),
      },
      {
        title: 'Predictions by class',
        unit: 'reqps',
        queries: [
          {
            expr: 'sum by (model, class_name) (rate(model_predictions_total[5m]))',
            legend: '{{model}} {{class_name}}',
          },
        ],
      },
    ],
    [
      {
        title: 'Accuracy',
        unit: 'percentunit',
        queries: [
          { expr: 'min by (model) (model_accuracy)', legend: '{{model}}' },
          { expr: 'max by (model) (model_baseline_accuracy)', legend: '{{model}} in training' },
        ],
      },
      {
        title: 'Mean confidence',
        unit: 'percentunit',
        queries: [
          {
            expr: `${confidence('sum')} / ${confidence('count')}`,
            legend: '{{model}}',
          },
        ],
      },
    ],
  ],
};

function confidence(part: 'sum' | 'count'): string {
  return `sum by (model) (rate(model_prediction_confidence_${part}[15m]))`;
}
