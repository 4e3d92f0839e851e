import type { IConstruct } from 'constructs';
import type { EndpointReference } from '../../model/names.ts';
import type { Address } from '../../model/surroundings.ts';
import { connectFromKeda } from '../connections.ts';
import { refuse } from '../refuse.ts';
import type { RabbitMqTrigger, Trigger } from './triggers.ts';

/** A trigger as KEDA reads it: all values are texts. */
export interface TriggerText {
  readonly type: string;
  readonly metricType?: 'Utilization';
  readonly metadata: Readonly<Record<string, string>>;
}

/** A trigger as KEDA reads it, with the address of what it asks, to which the way is opened. */
export function triggerText(scope: IConstruct, trigger: Trigger): TriggerText {
  switch (trigger.type) {
    case 'cron': {
      const { type, timeZone: timezone, start, end, replicas } = trigger;
      return { type, metadata: { timezone, start, end, desiredReplicas: String(replicas) } };
    }
    case 'cpu':
    case 'memory':
      return { type: trigger.type, metricType: 'Utilization', metadata: { value: String(trigger.utilization) } };
    case 'prometheus': {
      const { type, endpoint, query, threshold, activationThreshold } = trigger;
      const serverAddress = connectFromKeda(scope, endpoint).url;
      const activation = activationThreshold !== undefined && { activationThreshold: String(activationThreshold) };
      return { type, metadata: { serverAddress, query, threshold: String(threshold), ...activation } };
    }
    case 'rabbitmq':
      return { type: trigger.type, metadata: queueOf(scope, trigger, trigger.endpoint) };
    case 'kafka': {
      const { type, endpoint, topic, consumerGroup, lagThreshold, sasl, tls } = trigger;
      const { host, port } = connectFromKeda(scope, endpoint);
      const secured = { ...(sasl && { sasl }), ...(tls && { tls: 'enable' }) };
      const lag = { lagThreshold: String(lagThreshold) };
      return { type, metadata: { bootstrapServers: `${host}:${port}`, topic, consumerGroup, ...lag, ...secured } };
    }
    case 'other':
      return { type: trigger.scaler, metadata: trigger.metadata };
  }
}

function queueOf(scope: IConstruct, trigger: RabbitMqTrigger, endpoint: EndpointReference): Record<string, string> {
  const { queue: queueName, mode = 'QueueLength', value, vhost = '/' } = trigger;
  const { url, host, port }: Address = connectFromKeda(scope, endpoint);
  const protocol = url.startsWith('http:') ? 'http' : 'amqp';
  if (mode === 'MessageRate' && protocol === 'amqp') {
    const must = "must be 'http', because AMQP does not tell how many messages come in";
    refuse(
      scope,
      'conflict',
      `'keda': mode 'MessageRate' of queue '${queueName}': the scheme of '${endpoint}' ${must}`,
    );
  }
  return {
    host: `${protocol}://${host}:${port}/`,
    protocol,
    vhostName: vhost,
    queueName,
    mode,
    value: String(value),
  };
}
