import type { Component } from '../../model/component.ts';
import { EdgePrometheus } from '../monitoring/edge-prometheus.ts';
import { KubeStateMetrics } from '../monitoring/kube-state-metrics.ts';

/** The part of the monitoring that must run where it reads: its services are written beside those it works for. */
export const edgeMonitoring = {
  stateful: true,
  services: {
    'edge-kube-state-metrics': KubeStateMetrics,
    'edge-prometheus': EdgePrometheus,
  },
} satisfies Component;
