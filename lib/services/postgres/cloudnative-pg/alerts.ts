import type { AlertTemplate } from '../../../model/alert.ts';
import { postgresConnectionsFull, postgresDown } from '../alerts.ts';

/** What is wrong when no instance answers. @param component the one whose PostgreSQL it is */
export function clusterDown(component: string): AlertTemplate {
  return {
    ...postgresDown(component),
    expr: () => `max by (cluster, namespace) (cnpg_collector_up{component="${component}"}) == 0`,
  };
}

/** What is wrong before a lost instance would take data with it. @param component the one whose PostgreSQL it is */
export function clusterCopyBehind(component: string): AlertTemplate {
  return {
    // Seconds.
    threshold: 300,
    expr: seconds =>
      `max by (cluster, namespace, pod) (cnpg_pg_replication_lag{component="${component}"}) > ${seconds}`,
    for: '5m',
    severity: 'warning',
    summary:
      'The copy {{ $labels.namespace }}/{{ $labels.pod }} of PostgreSQL on {{ $labels.cluster }} is '
      + '{{ $value | humanizeDuration }} behind.',
    runbook: 'Read its log: it does not reach the instance that takes writes, or its disk is too slow for them.',
  };
}

/** What is wrong before an instance refuses clients. @param component the one whose PostgreSQL it is */
export function clusterConnectionsFull(component: string): AlertTemplate {
  return {
    ...postgresConnectionsFull(component),
    expr: share =>
      [
        `sum by (cluster, namespace, pod) (cnpg_backends_total{component="${component}"})`,
        '/ max by (cluster, namespace, pod) (',
        `  cnpg_pg_settings_setting{component="${component}", name="max_connections"}`,
        `) > ${share}`,
      ].join('\n'),
  };
}
