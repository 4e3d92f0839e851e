import type { AlertCase } from './alert-case.ts';

const target = 'cluster="near", namespace="callcenter-prod", component="callcenter"';
const labels = { cluster: 'near', namespace: 'callcenter-prod' };

/** Alerts about the PostgreSQL of the call center where CloudNativePG runs it. */
export const clusterCases: readonly AlertCase[] = [
  {
    // One instance of two is no outage.
    alert: 'CallCenterPostgresDown',
    series: {
      [`cnpg_collector_up{${target}, pod="postgres-1"}`]: '1x10 0x10 1x30',
      [`cnpg_collector_up{${target}, pod="postgres-2"}`]: '1x4 0x16 1x30',
      'cnpg_collector_up{cluster="near", component="other", namespace="other"}': '0x50',
    },
    quiet: [8, 11, 25],
    fires: [13, 20],
    labels: { ...labels, severity: 'critical' },
  },
  {
    // Databases and states of one instance count together, those of another do not.
    alert: 'CallCenterPostgresConnectionsFull',
    series: {
      [`cnpg_backends_total{${target}, pod="postgres-1", datname="mlflow", state="active"}`]: '10x10 50x15 10x30',
      [`cnpg_backends_total{${target}, pod="postgres-1", datname="mlflow", state="idle"}`]: '10x10 40x15 10x30',
      [`cnpg_backends_total{${target}, pod="postgres-2", datname="mlflow", state="idle"}`]: '40x60',
      [`cnpg_pg_settings_setting{${target}, pod="postgres-1", name="max_connections"}`]: '100x60',
      [`cnpg_pg_settings_setting{${target}, pod="postgres-2", name="max_connections"}`]: '100x60',
      [`cnpg_pg_settings_setting{${target}, pod="postgres-1", name="max_wal_senders"}`]: '10x60',
    },
    quiet: [9, 14, 30],
    fires: [17, 25],
    labels: { ...labels, pod: 'postgres-1', severity: 'warning' },
  },
  {
    alert: 'CallCenterPostgresCopyBehind',
    series: {
      [`cnpg_pg_replication_lag{${target}, pod="postgres-1"}`]: '0x60',
      [`cnpg_pg_replication_lag{${target}, pod="postgres-2"}`]: '0x10 400x15 2x30',
    },
    quiet: [9, 14, 30],
    fires: [17, 25],
    labels: { ...labels, pod: 'postgres-2', severity: 'warning' },
  },
];
