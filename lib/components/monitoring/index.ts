import type { Component } from '../../model/component.ts';
import { AlertBridge } from './alert-bridge.ts';
import { Alertmanager } from './alertmanager.ts';
import { Grafana } from './grafana.ts';
import { KubeStateMetrics } from './kube-state-metrics.ts';
import { Prometheus } from './prometheus.ts';

/** Series of both clusters, the alerts on them, and what people see of both. */
export const monitoring = {
  stateful: true,
  services: {
    'alert-bridge': AlertBridge,
    'alertmanager': Alertmanager,
    'grafana': Grafana,
    'kube-state-metrics': KubeStateMetrics,
    'prometheus': Prometheus,
  },
} satisfies Component;
