import type { Component } from '../../model/component.ts';
import { service } from '../../model/service.ts';
import { withRunbooks } from '../../model/runbook-pages.ts';
import { mlflowRequestsFailing } from '../../services/mlflow/alerts.ts';
import { mlflowMetrics, mlflowPanels } from '../../services/mlflow/metrics.ts';
import { Mlflow, mlflowImage } from '../../services/mlflow/mlflow.ts';
import { mlflowFailingRunbook } from '../../services/mlflow/runbooks.ts';
import { mlflowSymptoms } from '../../services/mlflow/symptoms.ts';

/** Experiment tracking and the model registry. */
export const mlflow = {
  stateful: true,
  services: {
    mlflow: service({
      construct: Mlflow,
      image: mlflowImage,
      offers: { mlflow: { port: 5000, nodePort: 30500, metrics: {} } },
      emits: mlflowMetrics,
      alerts: withRunbooks(
        { MlflowRequestsFailing: mlflowRequestsFailing('mlflow') },
        { MlflowRequestsFailing: mlflowFailingRunbook },
      ),
      symptoms: mlflowSymptoms,
      panels: mlflowPanels,
      contracts: [{ listens: 'mlflow', told: { arguments: /^--port=(\d+)$/ } }],
    }),
  },
} satisfies Component;
