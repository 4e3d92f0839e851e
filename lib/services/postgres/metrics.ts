import type { Emitter, Metric } from '../../model/metric.ts';

/** What the exporter beside PostgreSQL says of it. https://github.com/prometheus-community/postgres_exporter */
export const postgresMetrics: Emitter = {
  name: 'postgres_exporter',
  version: '0.20',
  container: 'exporter',
  metrics: {
    pg_up: gauge(),
    pg_settings_max_connections: gauge(),
    pg_database_size_bytes: gauge('datname'),
    pg_stat_database_numbackends: gauge('datid', 'datname'),
    pg_stat_database_xact_commit: counter('datid', 'datname'),
    pg_stat_database_xact_rollback: counter('datid', 'datname'),
    pg_stat_database_deadlocks: counter('datid', 'datname'),
  },
};

function gauge(...labels: string[]): Metric {
  return { type: 'gauge', labels };
}

function counter(...labels: string[]): Metric {
  return { type: 'counter', labels };
}
