import type { PostgresCluster } from '../../../lib/kinds/schema/cloudnative-pg.ts';
import type { ScaledObject } from '../../../lib/kinds/schema/keda.ts';
import type { Kafka, KafkaNodePool, KafkaTopic } from '../../../lib/kinds/schema/strimzi.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';

const guarded = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };
const metadata = { name: 'events', namespace: 'shop', labels: {}, annotations: guarded };
const ofEvents = { ...metadata, name: 'nodes', labels: { 'strimzi.io/cluster': 'events' } };

const resources = {
  requests: { 'cpu': '500m', 'memory': '2Gi', 'ephemeral-storage': '64Mi' },
  limits: { 'cpu': '2', 'memory': '2Gi', 'ephemeral-storage': '256Mi' },
} as const;

const small = {
  requests: { 'cpu': '50m', 'memory': '256Mi', 'ephemeral-storage': '16Mi' },
  limits: { 'cpu': '200m', 'memory': '256Mi', 'ephemeral-storage': '64Mi' },
} as const;

const kafka: Kafka = {
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'Kafka',
  metadata,
  spec: {
    kafka: {
      listeners: [{ name: 'tls', port: 9093, type: 'internal', tls: true, authentication: { type: 'tls' } }],
      config: { 'min.insync.replicas': 2 },
      authorization: { type: 'simple', superUsers: ['CN=root'] },
    },
    entityOperator: { topicOperator: { resources: small }, userOperator: { resources: small } },
  },
};

const nodePool: KafkaNodePool = {
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaNodePool',
  metadata: ofEvents,
  spec: {
    replicas: 3,
    roles: ['controller', 'broker'],
    storage: {
      type: 'jbod',
      volumes: [
        { id: 0, type: 'persistent-claim', size: '20Gi', kraftMetadata: 'shared', deleteClaim: false },
        { id: 1, type: 'persistent-claim', size: '10Gi' },
      ],
    },
    resources,
    jvmOptions: { '-Xms': '1g', '-Xmx': '1g' },
  },
};

const topic: KafkaTopic = {
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaTopic',
  metadata: { ...ofEvents, name: 'requests' },
  spec: { partitions: 12, replicas: 3, config: { 'retention.ms': 86400000 } },
};

const database: PostgresCluster = {
  apiVersion: 'postgresql.cnpg.io/v1',
  kind: 'Cluster',
  metadata: { ...metadata, name: 'orders' },
  spec: {
    instances: 3,
    imageName: 'registry.example/postgresql:18.4',
    storage: { size: '10Gi' },
    walStorage: { size: '2Gi' },
    resources,
    bootstrap: { initdb: { database: 'orders', owner: 'orders' } },
    postgresql: { parameters: { max_connections: '200' } },
  },
};

const scaler: ScaledObject = {
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  metadata: { name: 'api', namespace: 'shop' },
  spec: {
    scaleTargetRef: { name: 'api' },
    maxReplicaCount: 5,
    triggers: [{ type: 'prometheus', metadata: { query: 'sum(up)', threshold: '1' } }],
  },
};

/** Custom resources of which operators make pods, or number them. They break no rule. */
export const operatorSamples = {
  Kafka: kafka,
  KafkaNodePool: nodePool,
  KafkaTopic: topic,
  Cluster: database,
  ScaledObject: scaler,
} as const satisfies Record<string, Manifest>;
