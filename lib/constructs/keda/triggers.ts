import type { EndpointReference } from '../../model/names.ts';
import type { SecretRef } from '../../model/secret-ref.ts';

/**
 * What KEDA looks at to number the pods of a service. An endpoint is named as by `connect()`, and the way to it is opened
 * for KEDA's operator, which is the one that asks.
 */
export type Trigger =
  CronTrigger | UtilizationTrigger | PrometheusTrigger | RabbitMqTrigger | KafkaTrigger | OtherTrigger;

/** Credentials that KEDA shows to what it asks, by the names of the trigger's own parameters. */
interface Authenticated {
  /** `{ password: secretRef('broker', 'password') }` @default - it shows none */
  readonly authentication?: Readonly<Record<string, SecretRef>>;
}

/** At least a number of pods in a stretch of time. https://keda.sh/docs/latest/scalers/cron/ */
export interface CronTrigger {
  readonly type: 'cron';

  /** Of the IANA database: `'Europe/Zurich'`. */
  readonly timeZone: string;

  /** Schedules of five fields: when the stretch begins, and when it ends. */
  readonly start: string;
  readonly end: string;
  readonly replicas: number;
}

/** How much of their requests the pods use. It can start no first pod. https://keda.sh/docs/latest/scalers/cpu/ */
export interface UtilizationTrigger {
  readonly type: 'cpu' | 'memory';

  /** In percent of the request, on average over all pods. */
  readonly utilization: number;
}

/** The result of a query. https://keda.sh/docs/latest/scalers/prometheus/ */
export interface PrometheusTrigger extends Authenticated {
  readonly type: 'prometheus';
  readonly endpoint: EndpointReference;
  readonly query: string;

  /** What the query gives for each pod. */
  readonly threshold: number;

  /** What it must exceed for the first pod. @default 0 */
  readonly activationThreshold?: number;
}

/**
 * Messages that wait in a queue. An endpoint of scheme `tcp` speaks AMQP, one of `http` is the management API. Parameters:
 * `username`, `password`. https://keda.sh/docs/latest/scalers/rabbitmq-queue/
 */
export interface RabbitMqTrigger extends Authenticated {
  readonly type: 'rabbitmq';
  readonly endpoint: EndpointReference;
  readonly queue: string;

  /** Whether messages that wait count, or those that come in each second. @default 'QueueLength' */
  readonly mode?: 'QueueLength' | 'MessageRate';

  /** Of these for each pod. */
  readonly value: number;

  /** @default '/' */
  readonly vhost?: string;
}

/**
 * Messages of a topic that a group of consumers has not read yet. Parameters: `username`, `password`, `ca`, `cert`, `key`.
 * https://keda.sh/docs/latest/scalers/apache-kafka/
 */
export interface KafkaTrigger extends Authenticated {
  readonly type: 'kafka';
  readonly endpoint: EndpointReference;
  readonly topic: string;
  readonly consumerGroup: string;

  /** Messages for each pod. */
  readonly lagThreshold: number;

  /** How KEDA logs in. @default - it does not */
  readonly sasl?: 'plaintext' | 'scram_sha256' | 'scram_sha512';

  /** @default false */
  readonly tls?: boolean;
}

/** Any other scaler of KEDA, with its own metadata. What it calls is opened by `connectFromKeda()`. */
export interface OtherTrigger extends Authenticated {
  readonly type: 'other';

  /** KEDA's name of it: `'redis'`. */
  readonly scaler: string;
  readonly metadata: Readonly<Record<string, string>>;
}
