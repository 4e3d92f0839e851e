import { withRunbooks } from '../model/runbook-pages.ts';
import { externalSecretsRunbooks } from './runbooks.ts';
import type { AlertTemplates } from '../model/alert.ts';
import type { Emitter, Metric } from '../model/metric.ts';

/** What it says of secrets and their stores. https://external-secrets.io/latest/api/metrics/ */
export const externalSecretsMetrics: Emitter = {
  name: 'External Secrets',
  version: '2.10',
  emitsTooMuch: true,
  speaksForOthers: true,
  metrics: { externalsecret_status_condition: condition(), secretstore_status_condition: condition() },
};

/** What is wrong when a value in the store does not become a Secret. */
const templates = {
  ExternalSecretNotSynced: {
    expr: () => notReady('externalsecret_status_condition'),
    for: '15m',
    severity: 'warning',
    summary: 'The secret {{ $labels.namespace }}/{{ $labels.name }} on {{ $labels.cluster }} is not fetched.',
    runbook: 'Describe the ExternalSecret with kubectl: its entry is missing, or who reads it was not granted it.',
  },

  SecretStoreNotReady: {
    expr: () => notReady('secretstore_status_condition'),
    for: '15m',
    severity: 'warning',
    summary: 'The store {{ $labels.namespace }}/{{ $labels.name }} on {{ $labels.cluster }} lets nobody in.',
    runbook: "Describe the SecretStore with kubectl: Google must trust the cluster's issuer and the ServiceAccount.",
  },
} as const satisfies AlertTemplates;

/** The same, each with its page. */
export const externalSecretsAlerts = withRunbooks(templates, externalSecretsRunbooks);

function condition(): Metric {
  return {
    type: 'gauge',
    labels: ['condition', 'name', 'namespace', 'status'],
    values: { condition: ['Deleted', 'Ready'], status: ['False', 'True', 'Unknown'] },
  };
}

function notReady(metric: string): string {
  return `max by (cluster, namespace, name) (${metric}{condition="Ready", status=~"False|Unknown"}) == 1`;
}
