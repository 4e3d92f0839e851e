import { oncePerObject } from '../model/once-per-object.ts';
import type { Platform } from '../model/platform.ts';
import { apiMachineryKinds } from './api-machinery.ts';
import { appsKinds } from './apps.ts';
import { argocdKinds } from './argocd.ts';
import { autoscalingKinds } from './autoscaling.ts';
import { batchKinds } from './batch.ts';
import { certManagerKinds } from './cert-manager.ts';
import { cloudnativePgKinds } from './cloudnative-pg.ts';
import { coreKinds } from './core.ts';
import { externalSecretsKinds } from './external-secrets.ts';
import { gatewayApiKinds } from './gateway-api.ts';
import { karpenterKinds } from './karpenter.ts';
import { kedaKinds } from './keda.ts';
import type { Kind } from './kind.ts';
import { Kinds } from './kinds.ts';
import { minioKinds } from './minio.ts';
import { networkingKinds } from './networking.ts';
import { kindsWith } from './platform-kinds.ts';
import { policyKinds } from './policy.ts';
import { prometheusOperatorKinds } from './prometheus-operator.ts';
import { rabbitmqKinds } from './rabbitmq.ts';
import { rbacKinds } from './rbac.ts';
import { schedulingKinds } from './scheduling.ts';
import { storageKinds } from './storage.ts';
import { strimziKinds } from './strimzi.ts';

/** Every kind. WHERE A NEW KIND GOES: a row in its group's file, and a new file here. `kind.ts` says what a row decides. */
export const kinds: readonly Kind[] = [
  ...coreKinds,
  ...appsKinds,
  ...batchKinds,
  ...autoscalingKinds,
  ...networkingKinds,
  ...policyKinds,
  ...rbacKinds,
  ...schedulingKinds,
  ...storageKinds,
  ...apiMachineryKinds,
  ...gatewayApiKinds,
  ...argocdKinds,
  ...certManagerKinds,
  ...externalSecretsKinds,
  ...prometheusOperatorKinds,
  ...kedaKinds,
  ...karpenterKinds,
  ...strimziKinds,
  ...cloudnativePgKinds,
  ...minioKinds,
  ...rabbitmqKinds,
];

/** The kinds of the program alone, as every platform has them. */
export const programKinds = new Kinds(kinds);

/**
 * The kinds of a platform: the program's, and those of its own definitions.
 *
 * @throws InputError for definitions that contradict what the program knows
 */
export const kindsOf = oncePerObject(({ definitions, kinds: rows }: Pick<Platform, 'definitions' | 'kinds'>): Kinds => {
  return definitions.length + rows.length === 0 ? programKinds : new Kinds(kindsWith(kinds, definitions, rows));
});
