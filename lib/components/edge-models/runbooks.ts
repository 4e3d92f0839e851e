import type { Runbook } from '../../model/runbook.ts';

const pods = 'kubectl get pods --all-namespaces --selector app.kubernetes.io/part-of=edge-models --output wide';
const compare = 'promql: min by (model) (model_accuracy) - max by (model) (model_baseline_accuracy)';
const classes = 'promql: sum by (model, class_name) (increase(model_predictions_total[1h]))';

/** What to do about the pods of models. */
export const podRunbooks = {
  ModelPodNotRunning: {
    cause: 'An image that cannot be pulled, no room on the node, a Secret that is not there, or an eviction.',
    commands: [pods, 'kubectl describe pod "$POD" --namespace "$NAMESPACE"'],
  },
  ModelPodFrequentRestarts: {
    cause: 'The program ends by itself, or its liveness probe fails: a model that loads too slowly, say.',
    commands: ['kubectl logs "$POD" --namespace "$NAMESPACE" --previous', pods],
  },
  ModelPodOOMKilled: {
    cause: 'Its limit is too low for the model, or it keeps something of each request.',
    commands: [
      'kubectl describe pod "$POD" --namespace "$NAMESPACE"',
      'promql: max by (pod) (container_memory_working_set_bytes{component="edge-models", container!=""})',
    ],
  },
  ModelHighCPUUsage: {
    cause: 'More callers than before, or a release that works harder for each answer.',
    commands: [
      'kubectl top pods --namespace "$NAMESPACE"',
      'promql: sum by (model) (rate(model_predictions_total[5m]))',
    ],
  },
  ModelHighMemoryUsage: {
    cause: 'A larger model than before, or something that is kept of each request.',
    commands: ['kubectl top pods --namespace "$NAMESPACE"'],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

/** What to do about requests that fail. */
export const requestRunbooks = {
  ModelRequestsFailing: {
    cause: 'A release that cannot answer what callers send, a model file that is broken, or a lack of memory.',
    commands: [
      'kubectl logs "deployment/$MODEL" --namespace "$NAMESPACE" --tail 100',
      'promql: sum by (model, reason) (rate(model_prediction_errors_total[5m]))',
    ],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

/** What to do about models whose answers get worse. */
export const driftRunbooks = {
  ModelAccuracyDrift: { cause: 'The world has moved away from what the model was trained with.', commands: [compare] },
  ModelAccuracyDropped: {
    cause: 'A release went wrong, or its inputs changed from one day to the next.',
    commands: [compare, 'git log --oneline --max-count 10 -- overlays/images.json'],
  },
  ModelAccuracyLow: {
    cause: 'A model that was never good enough, or one that has drifted for long.',
    commands: [compare, 'git log --oneline --max-count 10 -- overlays/images.json'],
  },
  ModelPredictionsShifted: {
    cause: 'Its callers send other inputs than a day ago, or fewer of one sort.',
    commands: [classes],
  },
  ModelConfidenceDropped: {
    cause: 'Inputs unlike those that it was trained with: a sensor that was replaced, a new form of data.',
    commands: [
      classes,
      'promql: sum by (model) (rate(model_prediction_confidence_sum[15m])) / sum by (model) (rate(model_prediction_confidence_count[15m]))',
    ],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

/** What to do about models of which too little is known. */
export const absenceRunbooks = {
  ModelMetricsAbsent: {
    cause: 'Its image does not keep the contract of a model image, or it is not read: then TargetDown fires, too.',
    commands: [pods, 'promql: group by (model) (model_predictions_total)'],
  },
  ModelAccuracyUnknown: {
    cause: 'Nobody tells the model which of its answers were right, or its image does not count them.',
    commands: [compare, 'promql: sum by (model) (rate(model_predictions_total[1h]))'],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
