import { withRunbooks } from '../../../model/runbook-pages.ts';
import { service } from '../../../model/service.ts';
import { prometheusRunbooks } from '../delivery-runbooks.ts';
import { prometheusContracts, prometheusImage } from './prometheus-server.ts';
import { Prometheus } from './prometheus.ts';
import { prometheusSymptoms } from './symptoms.ts';
import { prometheusAlerts, prometheusMetrics } from './watch.ts';

/** The server that stores and judges everything. */
export const prometheus = service({
  construct: Prometheus,
  image: prometheusImage,
  offers: { prometheus: { port: 9090, nodePort: 30900, metrics: {} } },
  emits: prometheusMetrics,
  alerts: withRunbooks(prometheusAlerts, prometheusRunbooks),
  symptoms: prometheusSymptoms,
  contracts: [
    ...prometheusContracts('prometheus'),
    { calls: 'alertmanager', told: { file: 'config/prometheus.yml', text: /^ *- (alertmanager:\d+)$/m } },
    { files: 'rules', hold: 'prometheus-rules' },
  ],
});
