import type { Kind } from './kind.ts';
import { prometheusOperator } from './packages.ts';

const row = {
  group: 'monitoring.coreos.com',
  versions: ['v1'],
  scope: 'namespaced',
  schema: prometheusOperator,
  health: 'none',
} as const;

// Its kinds that make pods (Prometheus, Alertmanager, ThanosRuler) are refused until a row says which.

/** Kinds of the Prometheus operator. */
export const prometheusOperatorKinds: readonly Kind[] = [
  { ...row, kind: 'PodMonitor' },
  { ...row, kind: 'Probe' },
  { ...row, kind: 'PrometheusRule' },
  { ...row, kind: 'ServiceMonitor' },
];
