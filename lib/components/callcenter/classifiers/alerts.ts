import type { AlertTemplates } from '../../../model/alert.ts';

const byModel = 'by (cluster, namespace, model, le)';

/** What can be wrong with the models and what they say of tickets. */
export const ticketAlerts = {
  CallCenterSlowInference: {
    // Seconds.
    threshold: 5,
    expr: seconds =>
      `histogram_quantile(0.99, sum ${byModel} (rate(ticket_prediction_duration_seconds_bucket[5m]))) > ${seconds}`,
    for: '10m',
    severity: 'warning',
    summary: 'Model {{ $labels.model }} on {{ $labels.cluster }} takes {{ $value | humanizeDuration }} for a ticket.',
    runbook: 'Look at the CPU of its pods: at their limit they wait. A larger model wants a larger limit.',
  },

  CallCenterLowConfidence: {
    // Probability that the model gives its own answer.
    threshold: 0.6,
    expr: confidence =>
      `histogram_quantile(0.25, sum ${byModel} (rate(ticket_prediction_confidence_bucket[5m]))) < ${confidence}`,
    for: '5m',
    severity: 'warning',
    summary: 'Model {{ $labels.model }} on {{ $labels.cluster }} is unsure of a quarter of the tickets.',
    runbook: 'Read a few of the tickets: a new subject, another language, or a model that was trained with other ones.',
  },

  CallCenterClassImbalance: {
    // Classes, of those that tickets of an hour usually fall into. A hundred tickets should have all of them.
    threshold: 5,
    expr: classes =>
      [
        'count by (cluster, namespace) (',
        '  sum by (cluster, namespace, class_name) (increase(ticket_predictions_total[1h])) > 0',
        `) < ${classes}`,
        'and sum by (cluster, namespace) (increase(ticket_predictions_total[1h])) > 100',
      ].join('\n'),
    for: '10m',
    severity: 'warning',
    summary: 'Tickets of {{ $labels.namespace }} on {{ $labels.cluster }} fall into {{ $value }} classes only.',
    runbook: 'Compare with last week: one caller may send all of it, or a model has stopped telling them apart.',
  },

  CallCenterTicketsFailing: {
    // Share of the tickets. What callers send wrong does not count.
    threshold: 0.05,
    expr: share => `${failed} / (${failed} + (${answered} or 0 * ${failed})) > ${share}`,
    for: '2m',
    severity: 'critical',
    summary:
      'Model {{ $labels.model }} on {{ $labels.cluster }} fails {{ $value | humanizePercentage }} of its tickets.',
    runbook: 'Read its log. If a model did it, point its alias in the registry to the version before.',
  },
} as const satisfies AlertTemplates;

const failed = 'sum by (cluster, namespace, model) (rate(ticket_prediction_errors_total{reason="model"}[5m]))';
const answered = 'sum by (cluster, namespace, model) (rate(ticket_predictions_total[5m]))';
