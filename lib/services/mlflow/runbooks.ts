import type { Runbook } from '../../model/runbook.ts';

/** What to do about MLflow. */
export const mlflowFailingRunbook: Runbook = {
  cause: 'Its database or its bucket does not answer, its disk is full, or a newer image expects another schema.',
  commands: [
    'kubectl logs deployment/mlflow --namespace "$NAMESPACE" --tail 100',
    'promql: sum by (namespace, status) (rate(mlflow_http_request_total[5m]))',
  ],
};
