import { Construct } from 'constructs';
import { ComponentChart, ownEndpoint } from '../../constructs/component-chart.ts';
import { HttpWorkload } from '../../constructs/http-workload.ts';
import { sized } from '../../constructs/sizing.ts';
import type { Sizing } from '../../constructs/sizing.ts';
import type { Storage } from '../../model/amounts.ts';
import { allowedHosts, allowedOrigins } from './allowed-callers.ts';
import { schemaChange } from './schema-change.ts';
import { bucketEnv, claimPath, databaseEnv } from './stores.ts';
import type { PostgresStore, S3Store } from './stores.ts';

/** Properties for `Mlflow`. */
export interface MlflowProps extends Sizing {
  /** Database for runs and registered models. @default - SQLite on the claim */
  readonly postgres?: PostgresStore;

  /** Bucket for artifacts. @default - a folder on the claim */
  readonly s3?: S3Store;

  /** Host name for people, through the cluster's ingress. @default - the cluster and the tailnet lead to it */
  readonly host?: string;

  /** Disk for the database and the artifacts, or for what is on its way into the bucket. @default '5Gi' */
  readonly storage?: Storage;
}

/** Keeps runs, models and artifacts. Clients reach artifacts through the server, so they need no disk of their own. */
export class Mlflow extends Construct {
  constructor(scope: Construct, id: string, props: MlflowProps = {}) {
    super(scope, id);

    const { postgres, s3, host, storage = '5Gi' } = props;
    const chart = ComponentChart.of(this);
    const endpoint = ownEndpoint(this);
    const origins = allowedOrigins(chart, endpoint, host);
    const database = databaseEnv(this, postgres);
    // 3.17 takes 360 MiB at rest, and 250 MiB to change an empty database.
    const own = { cpu: '100m', cpuLimit: '500m', memory: '384Mi', memoryLimit: '768Mi', scratch: '256Mi' } as const;
    const sizing = sized(props, own);

    new HttpWorkload(this, 'Default', {
      command: ['mlflow', 'server'],
      args: [
        '--host=0.0.0.0',
        `--port=${endpoint.port}`,
        '--workers=1',
        '--serve-artifacts',
        `--artifacts-destination=${s3 ? `s3://${s3.bucket}` : `${claimPath}/artifacts`}`,
        `--allowed-hosts=${allowedHosts(chart, endpoint, host).join(',')}`,
        ...(origins.length > 0 ? [`--cors-allowed-origins=${origins.join(',')}`] : []),
        '--expose-prometheus=/tmp/metrics',
      ],
      env: { ...database, ...bucketEnv(this, s3), ...serverEnv },
      probes: {
        startup: { check: { path: '/health' }, period: 5, timeout: 3, failures: 36 },
        liveness: { check: { path: '/health' }, delay: 30, period: 10, timeout: 5 },
        readiness: { check: { path: '/health' }, delay: 10, period: 5, timeout: 3 },
      },
      host,
      claim: { mountPath: claimPath, size: storage },
      priority: 'platform',
      initContainers: { schema: schemaChange({ ...database, ...quietEnv }, sizing) },
      sizing,
    });
  }
}

/** What every MLflow server runs. Its metrics are those of this version. */
export const mlflowImage = 'ghcr.io/mlflow/mlflow:v3.17.0-full';

const quietEnv = { HOME: '/tmp', MLFLOW_DISABLE_TELEMETRY: 'true' };

// The runner of jobs that nobody here starts would take 1 GB.
const serverEnv = { ...quietEnv, MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false' };
