import { Construct } from 'constructs';
import { offersOf, ownEndpoint } from '../../constructs/component-chart.ts';
import type { FullSizing } from '../../constructs/sizing.ts';
import { StatefulWorkload } from '../../constructs/stateful-workload.ts';
import type { Storage } from '../../model/amounts.ts';
import { localNameOf } from '../../model/endpoint.ts';
import { postgresExporter } from './exporter.ts';
import { postgresPassword } from './password.ts';

/** What is told to a database, whoever runs it. */
export interface Told {
  readonly database: string;
  readonly user: string;
  readonly storage: Storage;
  readonly sizing: FullSizing;
}

/** One server as a StatefulSet of the house. An exporter beside it tells how it is. */
export class PostgresServer extends Construct {
  constructor(scope: Construct, id: string, { database, user, storage, sizing }: Told) {
    super(scope, id);

    const { port } = ownEndpoint(this);
    const metrics = offersOf(this)
      .filter(offer => offer.metrics)
      .map(localNameOf);
    const password = postgresPassword(this);
    // Names are written out: a probe knows no variables.
    const asks = ['pg_isready', '--host=127.0.0.1', `--port=${port}`, `--username=${user}`, `--dbname=${database}`];

    new StatefulWorkload(this, 'Default', {
      env: {
        POSTGRES_DB: database,
        POSTGRES_USER: user,
        POSTGRES_PASSWORD_FILE: password,
        POSTGRES_INITDB_ARGS: '--auth-host=scram-sha-256 --data-checksums',
        // A folder below the disk's own: that one holds lost+found on many file systems.
        PGDATA: `${mountPath}/pgdata`,
      },
      args: ['postgres', `--port=${port}`],
      writable: ['/var/run/postgresql'],
      probes: {
        // After a crash it first reads back what it had not yet written to its files.
        startup: { check: { command: asks }, period: 5, timeout: 3, failures: 60 },
        liveness: { check: { command: asks }, delay: 30, period: 10, timeout: 5 },
        readiness: { check: { command: asks }, delay: 10, period: 5, timeout: 3 },
      },
      claim: { mountPath, size: storage },
      sidecars: { exporter: postgresExporter({ endpoints: metrics, port, database, user, password }) },
      gracePeriod: 60, // it ends every session and writes all it has
      priority: 'platform',
      sizing,
    });
  }
}

/** What every PostgreSQL server runs: the official image, which any user may run. https://hub.docker.com/_/postgres */
export const postgresImage = 'docker.io/library/postgres:18.6';

const mountPath = '/var/lib/postgresql';
