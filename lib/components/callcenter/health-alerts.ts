import type { AlertTemplates } from '../../model/alert.ts';
import type { Runbook } from '../../model/runbook.ts';
import { jobs } from './jobs.ts';

/** What is wrong when a service of those that answer tickets is away. */
export const healthAlerts = {
  CallCenterServiceDown: {
    expr: () => `max by (cluster, namespace, job) (up{component="callcenter", job=~"${jobs.join('|')}"}) == 0`,
    for: '1m',
    severity: 'critical',
    summary: 'No pod of {{ $labels.namespace }}/{{ $labels.job }} on {{ $labels.cluster }} answers.',
    runbook: 'Describe its Deployment and its newest pod with kubectl.',
  },
} as const satisfies AlertTemplates;

/** What to do about it. */
export const healthRunbooks = {
  CallCenterServiceDown: {
    cause: 'A release that does not start, nodes that are full, or a way that is closed.',
    commands: [
      'kubectl describe deployment "$JOB" --namespace "$NAMESPACE"',
      'kubectl get pods --namespace "$NAMESPACE" --output wide',
    ],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
