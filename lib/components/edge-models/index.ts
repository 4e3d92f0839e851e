import type { Component } from '../../model/component.ts';
import { withRunbooks } from '../../model/runbook-pages.ts';
import { service } from '../../model/service.ts';
import type { Service } from '../../model/service.ts';
import { absenceAlerts } from './absence-alerts.ts';
import { modelsDashboard } from './dashboard.ts';
import { driftAlerts } from './drift-alerts.ts';
import type { Model } from './model.ts';
import { modelMetrics } from './model-metrics.ts';
import { ModelServer } from './model-server.ts';
import { modelSymptoms } from './model-symptoms.ts';
import { podAlerts } from './pod-alerts.ts';
import { requestAlerts } from './request-alerts.ts';
import { absenceRunbooks, driftRunbooks, podRunbooks, requestRunbooks } from './runbooks.ts';

/** The component, with a service for each model. */
interface EdgeModels<Name extends string> extends Component {
  readonly services: { readonly [N in Name]: Service<typeof ModelServer, N, never> };
  readonly alerts: typeof podAlerts & typeof requestAlerts & typeof driftAlerts & typeof absenceAlerts;
}

/** Models that answer near their users: a service for each row. */
export function edgeModelsOf<const Rows extends readonly Model[]>(models: Rows): EdgeModels<Rows[number]['name']> {
  const services = Object.fromEntries(models.map(model => [model.name, modelService(model)]));
  return {
    namespace: 'ml-apps',
    services: services as EdgeModels<Rows[number]['name']>['services'],
    alerts: {
      ...withRunbooks(podAlerts, podRunbooks),
      ...withRunbooks(requestAlerts, requestRunbooks),
      ...withRunbooks(driftAlerts, driftRunbooks),
      ...withRunbooks(absenceAlerts, absenceRunbooks),
    },
    dashboard: modelsDashboard,
  };
}

function modelService({ name, image, nodePort }: Model): Service {
  return service({
    construct: ModelServer,
    image,
    // One job for all models: alerts and panels tell them apart by their label `model`.
    offers: { [name]: { port: 8080, nodePort, metrics: { job: 'k3d-ml-apps', replicated: true } } },
    emits: modelMetrics,
    symptoms: modelSymptoms(name),
    contracts: [{ listens: name, always: 8080 }],
  });
}
