import { choice, fields, isObject, list, map, own } from '../../model/input/collections.ts';
import { faultsOf, formOf, optional, whole, wrong } from '../../model/input/form.ts';
import type { Form } from '../../model/input/form.ts';
import { forms } from '../../model/input/forms.ts';
import type { SecretRef } from '../../model/secret-ref.ts';
import { mostPods } from '../sizing.ts';
import type { KedaScaling } from './keda-scaling.ts';
import type {
  CronTrigger,
  KafkaTrigger,
  OtherTrigger,
  PrometheusTrigger,
  RabbitMqTrigger,
  Trigger,
  UtilizationTrigger,
} from './triggers.ts';

const aboveZero = number('must be a number above 0', value => value > 0);
const notBelowZero = number('must be a number that is not below 0', value => value >= 0);
const authentication = optional(map(fields<SecretRef>({ secret: forms.objectName, key: forms.fileName }), forms.text));

const utilization = fields<UtilizationTrigger>({ type: forms.text, utilization: whole(1, 1000) });

const triggerForms: Readonly<Record<Trigger['type'], Form>> = {
  cron: fields<CronTrigger>({
    type: forms.text,
    timeZone: forms.timeZone,
    start: forms.schedule,
    end: forms.schedule,
    replicas: whole(1, mostPods),
  }),
  cpu: utilization,
  memory: utilization,
  prometheus: fields<PrometheusTrigger>({
    type: forms.text,
    endpoint: forms.text,
    query: forms.text,
    threshold: aboveZero,
    activationThreshold: optional(notBelowZero),
    authentication,
  }),
  rabbitmq: fields<RabbitMqTrigger>({
    type: forms.text,
    endpoint: forms.text,
    queue: forms.text,
    mode: optional(choice(['QueueLength', 'MessageRate'])),
    value: aboveZero,
    vhost: optional(forms.text),
    authentication,
  }),
  kafka: fields<KafkaTrigger>({
    type: forms.text,
    endpoint: forms.text,
    topic: forms.text,
    consumerGroup: forms.text,
    lagThreshold: aboveZero,
    sasl: optional(choice(['plaintext', 'scram_sha256', 'scram_sha512'])),
    tls: optional(forms.flag),
    authentication,
  }),
  other: fields<OtherTrigger>({ type: forms.text, scaler: forms.text, metadata: map(forms.text), authentication }),
};

const types = choice(Object.keys(triggerForms));

/** Each trigger has the fields of its type. */
const trigger: Form = {
  must: 'must be an object',
  check(value, field) {
    if (!isObject(value)) return [wrong('wrong-type', value, field, this.must)];
    const type = own(value, 'type');
    const faults = faultsOf(types, type, `${field}.type`);
    return faults.length > 0 ? faults : triggerForms[type as Trigger['type']].check(value, field);
  },
};

/** What must be said to KEDA; the bounds are those of any number of pods. */
export const kedaForm = fields<KedaScaling>({
  min: whole(0, mostPods),
  max: whole(1, mostPods),
  pollingInterval: optional(whole(1, 86400)),
  cooldownPeriod: optional(whole(0, 7 * 86400)),
  triggers: list(trigger, 1),
});

function number(must: string, isWithin: (value: number) => boolean): Form {
  return formOf(must, value => {
    if (typeof value !== 'number') return 'wrong-type';
    return Number.isFinite(value) && isWithin(value) ? undefined : 'out-of-range';
  });
}
