import type { Emitter } from '../../../model/metric.ts';

/**
 * What each instance says of itself, by the program that the operator puts into it: its own, and those of the queries that it
 * brings. https://cloudnative-pg.io/documentation/current/monitoring/ of release 1.30
 */
export const clusterMetrics: Emitter = {
  name: 'CloudNativePG',
  metrics: {
    // It names its own cluster, which is no cluster of Kubernetes: that label counts, and this one is put aside.
    cnpg_collector_up: { type: 'gauge', labels: ['exported_cluster'] },
    cnpg_backends_total: { type: 'gauge', labels: ['application_name', 'datname', 'state', 'usename'] },
    cnpg_pg_database_size_bytes: { type: 'gauge', labels: ['datname'] },
    cnpg_pg_replication_lag: { type: 'gauge', labels: [] },
    cnpg_pg_settings_setting: { type: 'gauge', labels: ['name'] },
    cnpg_pg_stat_database_xact_commit: { type: 'counter', labels: ['datname'] },
    cnpg_pg_stat_database_xact_rollback: { type: 'counter', labels: ['datname'] },
    cnpg_pg_stat_database_deadlocks: { type: 'counter', labels: ['datname'] },
  },
};

/** What pages read instead of what the exporter beside a StatefulSet says. */
export const clusterSeries = {
  pg_up: 'cnpg_collector_up',
  pg_database_size_bytes: 'cnpg_pg_database_size_bytes',
  pg_stat_database_numbackends: 'cnpg_backends_total',
} as const;
