import type { Runbook } from '../../model/runbook.ts';

const pods = 'kubectl get pods --namespace "$NAMESPACE" --output wide';
const log = 'kubectl logs "$POD" --namespace "$NAMESPACE" --tail 100';
const describe = 'kubectl describe pod "$POD" --namespace "$NAMESPACE"';
const scaler = 'kubectl describe hpa ml-inference --namespace "$NAMESPACE"';
const bounds = 'npm run tenants';

/** What to do about the answers of tenants' services. */
export const requestRunbooks = {
  TenantHighLatency: {
    cause: 'More callers than its pods can answer, with the autoscaler at its most, or a model that works harder.',
    commands: [scaler, 'kubectl top pods --namespace "$NAMESPACE"', bounds],
  },
  TenantHighErrorRate: {
    cause: 'A release that cannot answer what callers send, or a model that does not fit the program.',
    commands: [log, 'promql: sum by (handler, status) (rate(http_requests_total{tenant="$TENANT"}[5m]))'],
  },
  TenantModelNotLoaded: {
    cause: 'The registry has no such model or alias, does not answer, or the image brings none.',
    commands: [log, 'promql: max by (tenant, pod) (model_loaded)'],
  },
  TenantVectorizerNotLoaded: {
    cause: 'A model was registered without what turns texts into numbers, or with one of another version.',
    commands: [log, 'promql: max by (tenant, pod) (vectorizer_loaded)'],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

/** What to do about the pods of tenants. */
export const podRunbooks = {
  TenantPodRestarts: {
    cause: 'The program ends by itself, is killed for its memory, or its liveness probe fails.',
    commands: ['kubectl logs "$POD" --namespace "$NAMESPACE" --previous', describe],
  },
  TenantPodNotReady: {
    cause: 'Its model is not loaded, its image cannot be pulled, or no node has room for it.',
    commands: [describe, pods, log],
  },
  TenantHighCPU: {
    cause: 'More callers than before, with the autoscaler at its most, or a release that works harder for each answer.',
    commands: [scaler, 'kubectl top pods --namespace "$NAMESPACE"', bounds],
  },
  TenantHighMemory: {
    cause: 'A larger model than before, or something that is kept of each request.',
    commands: ['kubectl top pods --namespace "$NAMESPACE"', bounds],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
