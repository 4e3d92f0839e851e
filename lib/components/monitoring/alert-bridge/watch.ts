import type { AlertTemplates } from '../../../model/alert.ts';
import type { Emitter } from '../../../model/metric.ts';

/**
 * Bento. Its `label` is the label of the component in the pipeline.
 * https://warpstreamlabs.github.io/bento/docs/components/metrics/about
 */
export const bridgeMetrics: Emitter = {
  name: 'Bento',
  version: '1.20',
  metrics: {
    input_received: { type: 'counter', labels: ['label', 'path'] },
    output_error: { type: 'counter', labels: ['label', 'path'] },
    output_sent: { type: 'counter', labels: ['label', 'path'] },
    processor_error: { type: 'counter', labels: ['label', 'path'] },
  },
};

/** What is wrong when alerts do not become workflows. */
export const bridgeAlerts = {
  AlertBridgeDeadLetters: {
    expr: () =>
      [
        'sum by (cluster, service) (',
        '  increase(output_sent{job="alert-bridge", label="dead_letters"}[15m])',
        ') > 0',
      ].join('\n'),
    for: '0m',
    severity: 'warning',
    summary: 'GitHub refused {{ $value | printf "%.0f" }} workflows that alerts should have started.',
    runbook: 'Its log holds each with the reason: a token that expired, or a workflow that takes other inputs.',
  },
} as const satisfies AlertTemplates;
