import { Construct } from 'constructs';
import { ComponentChart } from '../../constructs/component-chart.ts';
import { HttpWorkload } from '../../constructs/http-workload.ts';
import type { Sizing } from '../../constructs/sizing.ts';
import type { SecretRef } from '../../model/secret-ref.ts';
import type { Storage } from '../../model/units.ts';
import { allowedHosts } from './allowed-hosts.ts';

/** Properties for `Mlflow`. */
export interface MlflowProps extends Sizing {
  /**
   * Entry of a Secret with the URL of a PostgreSQL database for runs and registered models.
   *
   * @default - SQLite on the claim
   */
  readonly postgres?: SecretRef;

  /** Bucket for artifacts. @default - a folder on the claim */
  readonly s3?: { readonly bucket: string; readonly endpointUrl: string; readonly accessKey: SecretRef; readonly secretKey: SecretRef };

  /** Disk for the database and the artifacts. @default '5Gi' */
  readonly storage?: Storage;
}

/** Keeps runs, models and artifacts. Clients reach artifacts through the server, so they need no disk of their own. */
export class Mlflow extends Construct {
  constructor(scope: Construct, id: string, props: MlflowProps = {}) {
    super(scope, id);

    const {
      cpu = '100m', cpuLimit = '500m', memory = '256Mi', memoryLimit = '512Mi', scratch = '256Mi',
      postgres, s3, storage = '5Gi',
    } = props;

    new HttpWorkload(this, 'Default', {
      endpoints: ['mlflow'],
      command: ['mlflow', 'server'],
      args: [
        '--host=0.0.0.0',
        '--port=5000',
        '--workers=1',
        '--serve-artifacts',
        `--artifacts-destination=${s3 ? `s3://${s3.bucket}` : '/mlflow/artifacts'}`,
        `--allowed-hosts=${allowedHosts(ComponentChart.of(this)).join(',')}`,
        '--expose-prometheus=/tmp/metrics',
      ],
      env: {
        MLFLOW_BACKEND_STORE_URI: postgres ?? 'sqlite:////mlflow/mlflow.db',
        HOME: '/tmp',
        ...(s3 && {
          MLFLOW_S3_ENDPOINT_URL: s3.endpointUrl,
          AWS_ACCESS_KEY_ID: s3.accessKey,
          AWS_SECRET_ACCESS_KEY: s3.secretKey,
        }),
      },
      probes: {
        startup: { check: { path: '/health' }, period: 5, timeout: 3, failures: 36 },
        liveness: { check: { path: '/health' }, delay: 30, period: 10 },
        readiness: { check: { path: '/health' }, delay: 10, period: 5 },
      },
      claim: { mountPath: '/mlflow', size: storage },
      priority: 'platform',
      sizing: { cpu, cpuLimit, memory, memoryLimit, scratch },
    });
  }
}
