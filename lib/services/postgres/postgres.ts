import { Construct } from 'constructs';
import { offersOf, ownEndpoint } from '../../constructs/component-chart.ts';
import { holdsForm } from '../../constructs/refuse.ts';
import { sized } from '../../constructs/sizing.ts';
import type { Sizing } from '../../constructs/sizing.ts';
import { StatefulWorkload } from '../../constructs/stateful-workload.ts';
import type { Storage } from '../../model/amounts.ts';
import { localNameOf } from '../../model/endpoint.ts';
import { forms } from '../../model/input/forms.ts';
import { postgresExporter } from './exporter.ts';
import { postgresPassword } from './password.ts';

/** Properties for `Postgres`. */
export interface PostgresProps extends Sizing {
  /** Database that is made on the empty disk. @default 'postgres' */
  readonly database?: string;

  /** Its owner, who may do everything on this server. @default 'postgres' */
  readonly user?: string;

  /** Disk for the data. @default '10Gi' */
  readonly storage?: Storage;
}

/**
 * A PostgreSQL server with one database and its owner. The names are made when the disk is empty and stay from then on; the
 * password is the entry `password` of the Secret `<service>-credentials`. An exporter beside it tells how it is.
 */
export class Postgres extends Construct {
  constructor(scope: Construct, id: string, props: PostgresProps = {}) {
    super(scope, id);

    const { database = 'postgres', user = 'postgres', storage = '10Gi' } = props;
    holdsForm(this, 'database', database, forms.label);
    holdsForm(this, 'user', user, forms.label);
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
      sizing: sized(props, { cpu: '200m', cpuLimit: '500m', memory: '256Mi', memoryLimit: '512Mi', scratch: '256Mi' }),
    });
  }
}

/** What every PostgreSQL server runs: the official image, which any user may run. https://hub.docker.com/_/postgres */
export const postgresImage = 'docker.io/library/postgres:18.6';

const mountPath = '/var/lib/postgresql';
