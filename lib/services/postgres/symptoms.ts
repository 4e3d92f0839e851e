import type { OwnSeries, Symptoms } from '../../model/symptoms.ts';

const up: OwnSeries = { metric: 'pg_up', value: 1 };

/** How PostgreSQL shows that it fails, through the exporter beside it. @param datname its database */
export function postgresSymptoms(datname: string): Symptoms {
  const sessions = { metric: 'pg_stat_database_numbackends', labels: { datid: '16384', datname } } as const;
  return {
    well: [
      up,
      { metric: 'pg_settings_max_connections', value: 100 },
      { metric: 'pg_database_size_bytes', labels: { datname }, value: 10_000_000 },
      { ...sessions, value: 5 },
    ],
    failures: [
      { what: 'lets nobody in', series: [{ ...up, value: 0 }] },
      { what: 'has no connection left', series: [{ ...sessions, value: 97 }] },
    ],
  };
}
