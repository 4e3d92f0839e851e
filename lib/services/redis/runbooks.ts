import type { Runbook } from '../../model/runbook.ts';

/** What to do about Redis. */
export const redisRunbooks = {
  down: {
    cause: 'It reads its log back after a restart, its disk is full, or its password has changed since it started.',
    commands: [
      'kubectl logs deployment/redis --namespace "$NAMESPACE" --container redis --tail 100',
      'promql: max by (namespace) (redis_up)',
    ],
  },
  notSaved: {
    cause: 'Its disk is full or broken.',
    commands: [
      'kubectl get persistentvolumeclaims --namespace "$NAMESPACE"',
      'kubectl logs deployment/redis --namespace "$NAMESPACE" --container redis --tail 100',
    ],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
