import { mlflowRequestsFailing } from '../../../services/mlflow/alerts.ts';
import { mlflowFailingRunbook } from '../../../services/mlflow/runbooks.ts';
import {
  clusterConnectionsFull,
  clusterCopyBehind,
  clusterDown,
} from '../../../services/postgres/cloudnative-pg/alerts.ts';
import { postgresConnectionsFull, postgresDown } from '../../../services/postgres/alerts.ts';
import { postgresRunbooks } from '../../../services/postgres/runbooks.ts';
import { redisDown, redisNotSaved } from '../../../services/redis/alerts.ts';
import { redisRunbooks } from '../../../services/redis/runbooks.ts';
import { withRunbooks } from '../../../model/runbook-pages.ts';

const component = 'callcenter';

/** What can be wrong with its MLflow. */
export const mlflowAlerts = withRunbooks(
  { CallCenterMlflowFailing: mlflowRequestsFailing(component) },
  { CallCenterMlflowFailing: mlflowFailingRunbook },
);

const postgresPages = {
  CallCenterPostgresDown: postgresRunbooks.down,
  CallCenterPostgresConnectionsFull: postgresRunbooks.connectionsFull,
};

/** What can be wrong with its PostgreSQL. */
export const postgresAlerts = withRunbooks(
  {
    CallCenterPostgresDown: postgresDown(component),
    CallCenterPostgresConnectionsFull: postgresConnectionsFull(component),
  },
  postgresPages,
);

/** The same where CloudNativePG runs it. */
export const postgresClusterAlerts = withRunbooks(
  {
    CallCenterPostgresDown: clusterDown(component),
    CallCenterPostgresConnectionsFull: clusterConnectionsFull(component),
    CallCenterPostgresCopyBehind: clusterCopyBehind(component),
  },
  { ...postgresPages, CallCenterPostgresCopyBehind: postgresRunbooks.copyBehind },
);

/** What can be wrong with its Redis. */
export const redisAlerts = withRunbooks(
  { CallCenterRedisDown: redisDown(component), CallCenterRedisNotSaved: redisNotSaved(component) },
  { CallCenterRedisDown: redisRunbooks.down, CallCenterRedisNotSaved: redisRunbooks.notSaved },
);
