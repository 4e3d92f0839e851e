import type { Runbook } from '../../model/runbook.ts';

/** What to do about PostgreSQL. */
export const postgresRunbooks = {
  down: {
    cause:
      'Its disk is full, it recovers from a crash, or its Secret no longer has the password that its disk was made with.',
    commands: [
      'kubectl logs statefulset/postgres --namespace "$NAMESPACE" --container postgres --tail 100',
      'kubectl get persistentvolumeclaims --namespace "$NAMESPACE"',
      'promql: max by (namespace) (pg_up)',
    ],
  },
  connectionsFull: {
    cause: 'A client that does not give its connections back, or more pods that ask it than before.',
    commands: [
      'promql: sum by (namespace, datname) (pg_stat_database_numbackends)',
      'kubectl get pods --namespace "$NAMESPACE"',
    ],
  },
  copyBehind: {
    cause: 'A copy does not reach the instance that takes writes, or its disk is too slow for them.',
    commands: [
      'kubectl get clusters.postgresql.cnpg.io --namespace "$NAMESPACE"',
      'kubectl logs --selector cnpg.io/podRole=instance --namespace "$NAMESPACE" --tail 100',
      'promql: max by (namespace, pod) (cnpg_pg_replication_lag)',
    ],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
