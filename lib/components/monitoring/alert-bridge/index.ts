import { service } from '../../../model/service.ts';
import { AlertBridge } from './alert-bridge.ts';
import { bridgeAlerts, bridgeMetrics } from './watch.ts';

/** Starts workflows for alerts. */
export const alertBridge = service({
  construct: AlertBridge,
  image: 'ghcr.io/warpstreamlabs/bento:1.20.0',
  offers: { 'alert-bridge': { port: 4195, metrics: {} } },
  emits: bridgeMetrics,
  alerts: bridgeAlerts,
  contracts: [
    { listens: 'alert-bridge', told: { file: 'config/bento.yaml', text: /address: "?0\.0\.0\.0:(\d+)"?$/m } },
  ],
});
