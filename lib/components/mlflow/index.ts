import type { Component } from '../../model/component.ts';
import { service } from '../../model/service.ts';
import { withRunbooks } from '../../model/runbook-pages.ts';
import { mlflowRunbooks } from './runbooks.ts';
import { mlflowSymptoms } from './symptoms.ts';
import { mlflowAlerts } from './alerts.ts';
import { mlflowMetrics, mlflowPanels } from './metrics.ts';
import { Mlflow } from './mlflow.ts';

/** Experiment tracking and the model registry. */
export const mlflow = {
  stateful: true,
  services: {
    mlflow: service({
      construct: Mlflow,
      image: 'ghcr.io/mlflow/mlflow:v3.17.0-full',
      offers: { mlflow: { port: 5000, nodePort: 30500, metrics: {} } },
      emits: mlflowMetrics,
      alerts: withRunbooks(mlflowAlerts, mlflowRunbooks),
      symptoms: mlflowSymptoms,
      panels: mlflowPanels,
      contracts: [{ listens: 'mlflow', told: { arguments: /^--port=(\d+)$/ } }],
    }),
  },
} satisfies Component;
