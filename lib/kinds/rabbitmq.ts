import type { Kind } from './kind.ts';

/** Kinds of the RabbitMQ operator. */
export const rabbitmqKinds: readonly Kind[] = [
  {
    group: 'rabbitmq.com',
    kind: 'RabbitmqCluster',
    versions: [],
    scope: 'namespaced',
    holdsData: 'in-object',
    health: 'built-in',
  },
];
