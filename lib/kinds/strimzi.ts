import type { Kind } from './kind.ts';

const row = { group: 'kafka.strimzi.io', versions: [], scope: 'namespaced', holdsData: 'in-object' } as const;

/** Kinds of Strimzi, which runs Kafka. */
export const strimziKinds: readonly Kind[] = [
  { ...row, kind: 'Kafka', health: 'built-in' },
  { ...row, kind: 'KafkaNodePool', health: 'none' },
  { ...row, kind: 'KafkaTopic', health: 'built-in' },
];
