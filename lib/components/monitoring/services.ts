// WHERE A NEW SERVICE OF MONITORING GOES: one line.
export { alertBridge as 'alert-bridge' } from './alert-bridge/alert-bridge.ts';
export { alertmanager } from './alertmanager/alertmanager.ts';
export { grafana } from './grafana/grafana.ts';
export { centralKubeStateMetrics as 'kube-state-metrics' } from './kube-state-metrics/kube-state-metrics.ts';
export { prometheus } from './prometheus/prometheus.ts';
