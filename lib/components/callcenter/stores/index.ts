import { service } from '../../../model/service.ts';
import { mlflowMetrics } from '../../../services/mlflow/metrics.ts';
import { mlflowImage } from '../../../services/mlflow/mlflow.ts';
import { mlflowSymptoms } from '../../../services/mlflow/symptoms.ts';
import { runByCloudNativePg } from '../../../services/postgres/cloudnative-pg/variant.ts';
import { postgresMetrics } from '../../../services/postgres/metrics.ts';
import { postgresImage } from '../../../services/postgres/postgres.ts';
import { postgresSymptoms } from '../../../services/postgres/symptoms.ts';
import { redisMetrics } from '../../../services/redis/metrics.ts';
import { Redis, redisImage } from '../../../services/redis/redis.ts';
import { redisSymptoms } from '../../../services/redis/symptoms.ts';
import { mlflowAlerts, postgresAlerts, postgresClusterAlerts, redisAlerts } from './alerts.ts';
import { CallCenterMlflow } from './mlflow.ts';
import { CallCenterPostgres, database } from './postgres.ts';

/** Answers that were given before. */
export const redis = service({
  construct: Redis,
  image: redisImage,
  offers: {
    'redis': { port: 6379, scheme: 'tcp' },
    'redis-metrics': { port: 9121, portName: 'metrics', metrics: { job: 'callcenter-redis' } },
  },
  emits: redisMetrics,
  alerts: redisAlerts,
  symptoms: redisSymptoms,
  contracts: [{ listens: 'redis', told: { file: 'config/redis.conf', text: /^port (\d+)$/m } }],
});

/** What MLflow knows of runs and models. */
export const postgres = service({
  construct: CallCenterPostgres,
  image: postgresImage,
  offers: {
    'postgres': { port: 5432, scheme: 'tcp' },
    'postgres-metrics': { port: 9187, portName: 'metrics', metrics: { job: 'callcenter-postgres' } },
  },
  emits: postgresMetrics,
  alerts: postgresAlerts,
  symptoms: postgresSymptoms(database),
  contracts: [{ listens: 'postgres', told: { arguments: /^--port=(\d+)$/ } }],
  variants: {
    by: 'managedBy',
    of: {
      'cloudnative-pg': runByCloudNativePg({
        service: 'postgres',
        job: 'callcenter-postgres',
        database,
        alerts: postgresClusterAlerts,
      }),
    },
  },
});

/** Experiments and models of the component. */
export const mlflow = service({
  construct: CallCenterMlflow,
  image: mlflowImage,
  offers: { mlflow: { port: 5000, metrics: { job: 'callcenter-mlflow' } } },
  emits: mlflowMetrics,
  alerts: mlflowAlerts,
  symptoms: mlflowSymptoms,
  contracts: [{ listens: 'mlflow', told: { arguments: /^--port=(\d+)$/ } }],
});
