import type { Emitter } from '../../../model/metric.ts';

/**
 * What the images that classify tickets emit, with labels: alerts and dashboards read these of them and no others. The label
 * `model` is `tfidf` or `transformer`. A value must be a measured one.
 */
export const ticketMetrics = {
  name: 'an image that classifies tickets',
  metrics: {
    /** Answered tickets, by the class that was predicted. */
    ticket_predictions_total: { type: 'counter', labels: ['model', 'class_name'] },

    /** Requests without a prediction: `reason` is `input` for the caller's mistakes, `model` for the server's. */
    ticket_prediction_errors_total: {
      type: 'counter',
      labels: ['model', 'reason'],
      values: { reason: ['input', 'model'] },
    },

    /** Seconds that the model took for a ticket. */
    ticket_prediction_duration_seconds: {
      type: 'histogram',
      labels: ['model'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    },

    /** Probability, from 0 to 1, that the model gave the class it predicted. */
    ticket_prediction_confidence: {
      type: 'histogram',
      labels: ['model'],
      buckets: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
    },
  },
} as const satisfies Emitter;
