import type { Runbook } from '../../../model/runbook.ts';

const log = 'kubectl logs "deployment/$MODEL-service" --namespace "$NAMESPACE" --tail 100';
const classes = 'promql: sum by (model, class_name) (increase(ticket_predictions_total[1h]))';

/** What to do about the models that classify tickets. */
export const ticketRunbooks = {
  CallCenterSlowInference: {
    cause: 'Pods at their CPU limit, or a model that is larger than the one before.',
    commands: ['kubectl top pods --namespace "$NAMESPACE"', log],
  },
  CallCenterLowConfidence: {
    cause: 'Tickets unlike those that the model was trained with: a new subject, or another language.',
    commands: [
      classes,
      'promql: histogram_quantile(0.25, sum by (model, le) (rate(ticket_prediction_confidence_bucket[5m])))',
    ],
  },
  CallCenterClassImbalance: {
    cause: 'One caller sends most of the tickets, or a model no longer tells classes apart.',
    commands: [classes],
  },
  CallCenterTicketsFailing: {
    cause: 'A model that cannot be used by the program that loaded it, or a lack of memory.',
    commands: [log, 'promql: sum by (model, reason) (rate(ticket_prediction_errors_total[5m]))'],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
