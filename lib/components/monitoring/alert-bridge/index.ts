import { withRunbooks } from '../../../model/runbook-pages.ts';
import { service } from '../../../model/service.ts';
import { bridgeRunbooks } from '../delivery-runbooks.ts';
import { AlertBridge } from './alert-bridge.ts';
import { bridgeSymptoms } from './symptoms.ts';
import { bridgeAlerts, bridgeMetrics } from './watch.ts';

/** Starts workflows for alerts. */
export const alertBridge = service({
  construct: AlertBridge,
  image: 'ghcr.io/warpstreamlabs/bento:1.20.0',
  offers: { 'alert-bridge': { port: 4195, metrics: {} } },
  emits: bridgeMetrics,
  alerts: withRunbooks(bridgeAlerts, bridgeRunbooks),
  symptoms: bridgeSymptoms,
  contracts: [
    { listens: 'alert-bridge', told: { file: 'config/bento.yaml', text: /address: "?0\.0\.0\.0:(\d+)"?$/m } },
  ],
});
