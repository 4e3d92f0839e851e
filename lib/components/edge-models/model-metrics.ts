import type { Emitter } from '../../model/metric.ts';

/**
 * What every model image emits, with its labels: alerts and dashboards read these of it and no others. A value must
 * be a measured one: a constant zero would show a healthy model where there is none.
 */
export const modelMetrics = {
  name: 'a model image',
  metrics: {
    /** Answered predictions, by the class that was predicted. */
    model_predictions_total: { type: 'counter', labels: ['model', 'class_name'] },

    /** Requests without a prediction: `reason` is `input` for the caller's mistakes, `model` for the server's. */
    model_prediction_errors_total: {
      type: 'counter',
      labels: ['model', 'reason'],
      values: { reason: ['input', 'model'] },
    },

    /** Seconds that the model took for a prediction. Buckets are finest where models answer. */
    model_inference_duration_seconds: {
      type: 'histogram',
      labels: ['model'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    },

    /** Probability, from 0 to 1, that the model gave the class it predicted. */
    model_prediction_confidence: {
      type: 'histogram',
      labels: ['model'],
      buckets: [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1],
    },

    /** Share of correct predictions, from 0 to 1, among the latest ones whose truth is known. */
    model_accuracy: { type: 'gauge', labels: ['model'] },

    /** The same share as measured when this version of the model was trained. */
    model_baseline_accuracy: { type: 'gauge', labels: ['model'] },
  },
} as const satisfies Emitter;
