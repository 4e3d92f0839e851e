import type { Component } from '../../model/component.ts';
import { KubeStateMetrics } from '../monitoring/kube-state-metrics.ts';
import { EdgePrometheus } from './edge-prometheus.ts';

/** Reads what runs on the edge, where it runs, for the monitoring elsewhere. */
export const edgeMonitoring = {
  stateful: true,
  services: {
    'edge-kube-state-metrics': KubeStateMetrics,
    'edge-prometheus': EdgePrometheus,
  },
} satisfies Component;
