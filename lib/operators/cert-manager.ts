import { withRunbooks } from '../model/runbook-pages.ts';
import { certManagerRunbooks } from './runbooks.ts';
import type { AlertTemplates } from '../model/alert.ts';
import type { Emitter, Metric } from '../model/metric.ts';

const issuer = ['issuer_group', 'issuer_kind', 'issuer_name'];

/** What its controller says of certificates. https://cert-manager.io/docs/devops-tips/prometheus-metrics/ */
export const certManagerMetrics: Emitter = {
  name: 'cert-manager',
  version: '1.21',
  emitsTooMuch: true,
  speaksForOthers: true,
  metrics: {
    certmanager_certificate_expiration_timestamp_seconds: gauge('name', 'namespace', ...issuer),
    certmanager_certificate_ready_status: {
      ...gauge('condition', 'name', 'namespace', ...issuer),
      values: { condition: ['False', 'True', 'Unknown'] },
    },
  },
};

/** What is wrong when people's browsers are about to refuse a page. */
const templates = {
  CertificateExpiring: {
    // Days. Let's Encrypt's certificates last 90, and are renewed 30 before their end.
    threshold: 14,
    expr: days =>
      [
        'min by (cluster, namespace, name) (',
        '  (certmanager_certificate_expiration_timestamp_seconds > 0) - time()',
        `) < ${days} * 86400`,
      ].join('\n'),
    for: '1h',
    severity: 'warning',
    summary: 'The certificate {{ $labels.namespace }}/{{ $labels.name }} ends in {{ $value | humanizeDuration }}.',
    runbook: 'It should have been renewed long ago: cmctl status certificate says what keeps it from that.',
  },

  CertificateNotReady: {
    expr: () =>
      'max by (cluster, namespace, name) (certmanager_certificate_ready_status{condition=~"False|Unknown"}) == 1',
    for: '30m',
    severity: 'warning',
    summary: 'The certificate {{ $labels.namespace }}/{{ $labels.name }} is not there.',
    runbook: 'Ask cmctl status certificate why: its host leads elsewhere, or the challenge is not answered.',
  },
} as const satisfies AlertTemplates;

/** The same, each with its page. */
export const certManagerAlerts = withRunbooks(templates, certManagerRunbooks);

function gauge(...labels: string[]): Metric {
  return { type: 'gauge', labels };
}
