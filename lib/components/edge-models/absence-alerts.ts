import type { AlertTemplates } from '../../model/alert.ts';

const byModel = 'by (cluster, namespace, model)';

/** Models of which too little is known for the other alerts: these compare with what is not there, and say nothing. */
export const absenceAlerts = {
  ModelMetricsAbsent: {
    // Each model has its accuracy in training from the start on; the rest comes with what it is asked.
    expr: () =>
      [
        'group by (cluster, service) (up{component="edge-models"} == 1)',
        'unless group by (cluster, service) (model_baseline_accuracy{component="edge-models"})',
      ].join('\n'),
    for: '15m',
    severity: 'warning',
    summary:
      'Model {{ $labels.service }} on {{ $labels.cluster }} answers, but does not say how good it was in training.',
    runbook: 'Its drift goes unnoticed. Compare what its image shows under /metrics with model-metrics.ts.',
  },

  ModelAccuracyUnknown: {
    // Predictions in a day.
    threshold: 100,
    expr: predictions =>
      [
        `sum ${byModel} (increase(model_predictions_total{component="edge-models"}[1d])) >= ${predictions}`,
        `unless group ${byModel} (model_accuracy{component="edge-models"})`,
      ].join('\n'),
    for: '1h',
    severity: 'warning',
    summary: 'Model {{ $labels.model }} predicts, but nobody tells it which of its answers were right.',
    runbook: 'A loss of accuracy goes unnoticed. Check the way by which the truth comes back to the model.',
  },
} as const satisfies AlertTemplates;
