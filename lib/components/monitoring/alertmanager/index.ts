import { withRunbooks } from '../../../model/runbook-pages.ts';
import { service } from '../../../model/service.ts';
import { alertmanagerRunbooks } from '../delivery-runbooks.ts';
import { Alertmanager } from './alertmanager.ts';
import { alertmanagerSymptoms } from './symptoms.ts';
import { alertmanagerAlerts, alertmanagerMetrics } from './watch.ts';

/** Tells people and workflows about alerts. */
export const alertmanager = service({
  construct: Alertmanager,
  image: 'quay.io/prometheus/alertmanager:v0.34.1',
  offers: { alertmanager: { port: 9093, nodePort: 30930, metrics: {} } },
  emits: alertmanagerMetrics,
  alerts: withRunbooks(alertmanagerAlerts, alertmanagerRunbooks),
  symptoms: alertmanagerSymptoms,
  contracts: [
    { listens: 'alertmanager', always: 9093 },
    { calls: 'alert-bridge', told: { file: 'config/alertmanager.yml', text: /url: "?http:\/\/([^/"]+)\// } },
  ],
});
