import type { OwnSeries, Symptoms } from '../../../model/symptoms.ts';

/** How PostgreSQL shows that it fails, through CloudNativePG. @param name of its Cluster @param datname its database */
export function clusterSymptoms(name: string, datname: string): Symptoms {
  const up: OwnSeries = { metric: 'cnpg_collector_up', labels: { cluster: name }, value: 1 };
  const sessions = {
    metric: 'cnpg_backends_total',
    labels: { application_name: '', datname, state: 'idle', usename: datname },
  } as const;
  return {
    well: [
      up,
      { metric: 'cnpg_pg_settings_setting', labels: { name: 'max_connections' }, value: 100 },
      { metric: 'cnpg_pg_database_size_bytes', labels: { datname }, value: 10_000_000 },
      { metric: 'cnpg_pg_replication_lag', value: 0 },
      { ...sessions, value: 5 },
    ],
    failures: [
      { what: 'lets nobody in', series: [{ ...up, value: 0 }] },
      { what: 'has no connection left', series: [{ ...sessions, value: 97 }] },
      {
        what: 'cannot follow the instance that takes writes',
        without: name,
        series: [{ metric: 'cnpg_pg_replication_lag', value: 900, perMinute: 60 }],
      },
    ],
  };
}
