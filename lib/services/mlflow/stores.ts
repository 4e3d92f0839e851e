import type { IConstruct } from 'constructs';
import { connect } from '../../constructs/connections.ts';
import type { SecretRef } from '../../model/secret-ref.ts';
import type { EndpointReference } from '../../model/names.ts';

/** A PostgreSQL database for runs and registered models. */
export interface PostgresStore {
  readonly endpoint: EndpointReference;
  readonly database: string;
  readonly user: string;
  readonly password: SecretRef;
}

/** A bucket for artifacts. Clients never see its keys: the server passes artifacts through. */
export interface S3Store {
  readonly endpoint: EndpointReference;
  readonly bucket: string;
  readonly accessKey: SecretRef;
  readonly secretKey: SecretRef;
}

/** Where the claim is mounted. */
export const claimPath = '/mlflow';

/** Environment variables: plain values, or entries of Secrets. */
type Env = Record<string, string | SecretRef>;

/** Variables for the database; without one, SQLite on the claim. */
export function databaseEnv(scope: IConstruct, postgres: PostgresStore | undefined): Env {
  if (!postgres) return { MLFLOW_BACKEND_STORE_URI: `sqlite:///${claimPath}/mlflow.db` };
  const { endpoint, database, user, password } = postgres;
  const { host, port } = connect(scope, endpoint);
  return {
    // Without a driver's name SQLAlchemy 2.1 takes another one than 2.0 did, and an image may have only one of them.
    // https://docs.sqlalchemy.org/en/21/changelog/migration_21.html
    MLFLOW_BACKEND_STORE_URI: `postgresql+psycopg2://${user}@${host}:${port}/${database}`,
    // The client library reads it by itself, so it stands in no URL, which a command line would show.
    // https://www.postgresql.org/docs/current/libpq-envars.html
    PGPASSWORD: password,
  };
}

/** Variables for the bucket; none without one. */
export function bucketEnv(scope: IConstruct, s3: S3Store | undefined): Env {
  if (!s3) return {};
  return {
    MLFLOW_S3_ENDPOINT_URL: connect(scope, s3.endpoint).url,
    AWS_ACCESS_KEY_ID: s3.accessKey,
    AWS_SECRET_ACCESS_KEY: s3.secretKey,
    TMPDIR: claimPath, // an upload lies there as a file until the bucket has it, and `/tmp` holds no large model
  };
}
