import { customObject } from './custom-object.ts';
import { integer, listOf, mapOf, object, oneOf, optional, text } from './schema.ts';
import type { TypeOf } from './schema.ts';

const trigger = object({
  type: text(/^[^]+$/),
  name: optional(text()),
  metricType: optional(oneOf('AverageValue', 'Value', 'Utilization')),
  metadata: mapOf(text()),
  authenticationRef: optional(
    object({ name: text(), kind: optional(oneOf('TriggerAuthentication', 'ClusterTriggerAuthentication')) }),
  ),
});

/** An autoscaler that looks at something else than the pods: a queue, a topic, a query. */
export const scaledObject = customObject(
  'keda.sh/v1alpha1',
  'ScaledObject',
  object({
    scaleTargetRef: object({ name: text(), apiVersion: optional(text()), kind: optional(text()) }),
    minReplicaCount: optional(integer({ minimum: 0 })),
    maxReplicaCount: optional(integer({ minimum: 1 })),
    pollingInterval: optional(integer({ minimum: 1 })),
    cooldownPeriod: optional(integer({ minimum: 0 })),
    triggers: listOf(trigger, { minimum: 1 }),
  }),
);

/** What KEDA shows to what it asks. */
export const triggerAuthentication = customObject(
  'keda.sh/v1alpha1',
  'TriggerAuthentication',
  object({
    secretTargetRef: optional(
      listOf(object({ parameter: text(/^[^]+$/), name: text(/^[^]+$/), key: text(/^[^]+$/) }), { minimum: 1 }),
    ),
  }),
);

/** Credentials of KEDA, as constructs render them. */
export type TriggerAuthentication = TypeOf<typeof triggerAuthentication>;

/** An autoscaler of KEDA, as constructs render it. */
export type ScaledObject = TypeOf<typeof scaledObject>;
