import { Construct } from 'constructs';
import { Mlflow } from '../../../services/mlflow/mlflow.ts';
import type { MlflowProps } from '../../../services/mlflow/mlflow.ts';
import { postgresPasswordOf } from '../../../services/postgres/password.ts';
import { database, user } from './postgres.ts';

/** Properties for `CallCenterMlflow`. */
export type CallCenterMlflowProps = Omit<MlflowProps, 'postgres'>;

/** The component's own experiments and models: in its database, with artifacts on a disk of 20Gi. */
export class CallCenterMlflow extends Construct {
  constructor(scope: Construct, id: string, props: CallCenterMlflowProps = {}) {
    super(scope, id);
    new Mlflow(this, 'Default', {
      cpu: '300m',
      cpuLimit: '1',
      memory: '512Mi',
      memoryLimit: '1Gi',
      storage: '20Gi',
      ...props,
      postgres: { endpoint: 'postgres', database, user, password: postgresPasswordOf('postgres') },
    });
  }
}
