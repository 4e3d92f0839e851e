import { service } from '../../../model/service.ts';
import { Alertmanager } from './alertmanager.ts';
import { alertmanagerAlerts, alertmanagerMetrics } from './watch.ts';

/** Tells people and workflows about alerts. */
export const alertmanager = service({
  construct: Alertmanager,
  image: 'quay.io/prometheus/alertmanager:v0.34.1',
  offers: { alertmanager: { port: 9093, nodePort: 30930, metrics: {} } },
  emits: alertmanagerMetrics,
  alerts: alertmanagerAlerts,
  contracts: [
    { listens: 'alertmanager', always: 9093 },
    { calls: 'alert-bridge', told: { file: 'config/alertmanager.yml', text: /url: "?http:\/\/([^/"]+)\// } },
  ],
});
