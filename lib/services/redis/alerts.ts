import type { AlertTemplate } from '../../model/alert.ts';

const server = 'Redis of {{ $labels.namespace }} on {{ $labels.cluster }}';

/** What is wrong when it does not answer. @param component the one whose Redis it is */
export function redisDown(component: string): AlertTemplate {
  return {
    expr: () => `max by (cluster, namespace) (redis_up{component="${component}"}) == 0`,
    for: '1m',
    severity: 'warning',
    summary: `${server} does not answer.`,
    runbook: 'Read its log: it reads its disk back, its disk is full, or its password has changed since it started.',
  };
}

/** What is wrong when nothing would survive a restart. @param component the one whose Redis it is */
export function redisNotSaved(component: string): AlertTemplate {
  return {
    expr: () => `max by (cluster, namespace) (redis_aof_last_write_status{component="${component}"}) == 0`,
    for: '5m',
    severity: 'warning',
    summary: `${server} cannot write its log, and refuses what it is given.`,
    runbook: 'Its disk is full or broken: look at the claim, and at the log of the pod.',
  };
}
