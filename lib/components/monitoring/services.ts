// WHERE A NEW SERVICE OF MONITORING GOES: one line.
export { alertBridge as 'alert-bridge' } from './alert-bridge/index.ts';
export { alertmanager } from './alertmanager/index.ts';
export { grafana } from './grafana/index.ts';
export { centralKubeStateMetrics as 'kube-state-metrics' } from './kube-state-metrics/index.ts';
export { prometheus } from './prometheus/index.ts';
