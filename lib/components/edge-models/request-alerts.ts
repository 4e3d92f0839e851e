import type { AlertTemplates } from '../../model/alert.ts';

const failed = 'sum by (cluster, namespace, model) (rate(model_prediction_errors_total{reason="model"}[5m]))';
const answered = 'sum by (cluster, namespace, model) (rate(model_predictions_total[5m]))';

/** What can be wrong with their answers, whatever these say. */
export const requestAlerts = {
  ModelRequestsFailing: {
    // Share of the requests. What callers send wrong does not count.
    threshold: 0.05,
    expr: share => `${failed} / (${failed} + (${answered} or 0 * ${failed})) > ${share}`,
    for: '5m',
    severity: 'critical',
    summary: 'Model {{ $labels.model }} fails {{ $value | humanizePercentage }} of its requests.',
    runbook: 'Read its log. If a release did it, go back to the previous image in overlays/images.json.',
  },
} as const satisfies AlertTemplates;
