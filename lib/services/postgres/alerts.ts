import type { AlertTemplate } from '../../model/alert.ts';

const server = 'of {{ $labels.namespace }} on {{ $labels.cluster }}';

/** What is wrong when a database does not answer. @param component the one whose PostgreSQL it is */
export function postgresDown(component: string): AlertTemplate {
  return {
    expr: () => `max by (cluster, namespace) (pg_up{component="${component}"}) == 0`,
    for: '1m',
    severity: 'critical',
    summary: `PostgreSQL ${server} lets nobody in.`,
    runbook: 'Read its log: its disk is full, it recovers from a crash, or its password is not the one of its disk.',
  };
}

/** What is wrong before it refuses clients. @param component the one whose PostgreSQL it is */
export function postgresConnectionsFull(component: string): AlertTemplate {
  return {
    // Share of the connections that it allows.
    threshold: 0.8,
    expr: share =>
      [
        `sum by (cluster, namespace) (pg_stat_database_numbackends{component="${component}"})`,
        `/ max by (cluster, namespace) (pg_settings_max_connections{component="${component}"}) > ${share}`,
      ].join('\n'),
    for: '5m',
    severity: 'warning',
    summary: `PostgreSQL ${server} has {{ $value | humanizePercentage }} of its connections in use.`,
    runbook: 'Find out who holds them: a client that does not give them back, or more pods than before.',
  };
}
