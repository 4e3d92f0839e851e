import { Construct } from 'constructs';
import { Postgres } from '../../../services/postgres/postgres.ts';
import type { PostgresProps } from '../../../services/postgres/postgres.ts';

/** Properties for `CallCenterPostgres`. */
export type CallCenterPostgresProps = Omit<PostgresProps, 'database' | 'user'>;

/** The database of its MLflow, and who owns it. */
export const database = 'mlflow';
export const user = 'mlflow';

/** The component's own PostgreSQL. */
export class CallCenterPostgres extends Construct {
  constructor(scope: Construct, id: string, props: CallCenterPostgresProps = {}) {
    super(scope, id);
    new Postgres(this, 'Default', { ...props, database, user });
  }
}
