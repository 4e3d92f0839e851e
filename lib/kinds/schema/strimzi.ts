import { customObject } from './custom-object.ts';
import { resources, storageSize } from './resources.ts';
import { flag, free, integer, listOf, mapOf, object, oneOf, optional, text } from './schema.ts';
import type { TypeOf } from './schema.ts';

// Only what the pods, claims and Services of a cluster can be told from: an external listener, a metrics exporter or
// Cruise Control would make some of which `lib/kinds/strimzi.ts` says nothing yet.

const apiVersion = 'kafka.strimzi.io/v1';
const memoryOfJava = text(/^[0-9]+[mMgG]?$/);
const jvmOptions = object({
  '-Xms': optional(memoryOfJava),
  '-Xmx': optional(memoryOfJava),
  '-XX': optional(mapOf(text())),
});
const entityOperator = object({ resources: optional(resources), jvmOptions: optional(jvmOptions) });

const listener = object({
  name: text(/^[a-z0-9]{1,11}$/),
  port: integer({ minimum: 9092 }),
  type: oneOf('internal'),
  tls: flag(),
  authentication: optional(object({ type: oneOf('tls', 'scram-sha-512') })),
});

/** A Kafka cluster: what all of its nodes share. */
export const kafka = customObject(
  apiVersion,
  'Kafka',
  object({
    kafka: object({
      version: optional(text()),
      metadataVersion: optional(text()),
      listeners: listOf(listener, { minimum: 1 }),
      config: optional(free()),
      authorization: optional(object({ type: oneOf('simple'), superUsers: optional(listOf(text())) })),
    }),
    entityOperator: optional(
      object({ topicOperator: optional(entityOperator), userOperator: optional(entityOperator) }),
    ),
  }),
);

const volume = object({
  id: optional(integer({ minimum: 0 })),
  type: oneOf('persistent-claim'),
  size: storageSize,
  class: optional(text()),
  deleteClaim: optional(flag()),
  kraftMetadata: optional(oneOf('shared')),
});

/** Nodes of a Kafka cluster that are all alike. Their cluster is named by the label `strimzi.io/cluster`. */
export const kafkaNodePool = customObject(
  apiVersion,
  'KafkaNodePool',
  object({
    replicas: integer({ minimum: 0 }),
    roles: listOf(oneOf('controller', 'broker')),
    storage: object({ type: oneOf('ephemeral', 'jbod'), volumes: optional(listOf(volume)) }),
    resources: optional(resources),
    jvmOptions: optional(jvmOptions),
  }),
);

/** A topic. Its cluster is named by the label `strimzi.io/cluster`. */
export const kafkaTopic = customObject(
  apiVersion,
  'KafkaTopic',
  object({
    topicName: optional(text()),
    partitions: optional(integer({ minimum: 1 })),
    replicas: optional(integer({ minimum: 1, maximum: 32767 })),
    config: optional(free()),
  }),
);

/** A Kafka cluster, as constructs render it. */
export type Kafka = TypeOf<typeof kafka>;

/** Nodes of a Kafka cluster, as constructs render them. */
export type KafkaNodePool = TypeOf<typeof kafkaNodePool>;

/** A topic, as constructs render it. */
export type KafkaTopic = TypeOf<typeof kafkaTopic>;
