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
    summary: 'Alerts should have started {{ $value | printf "%.0f" }} workflows more than were started.',
    runbook:
      'The log of alert-bridge holds each with the reason: GitHub was not reached, its token has expired, or a workflow '
      + 'takes other inputs.',
  },
} as const satisfies AlertTemplates;
