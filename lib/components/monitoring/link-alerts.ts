import type { AlertTemplates } from '../../model/alert.ts';
import { federationJobs } from './scrape/federation.ts';

/** What is wrong when another cluster is not heard of. */
export const linkAlerts = {
  EdgeLinkDown: {
    expr: () => `max by (cluster) (up{job=~"${federationJobs}"}) == 0`,
    for: '5m',
    severity: 'critical',
    summary: 'Nothing is heard of {{ $labels.cluster }}: its models may still answer, but no alert of it can fire.',
    runbook: 'Check the tailnet on both sides (tailscale status), then whether the Prometheus of that cluster runs.',
  },
} as const satisfies AlertTemplates;
