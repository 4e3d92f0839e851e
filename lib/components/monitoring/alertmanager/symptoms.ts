import type { Failure, Symptoms } from '../../../model/symptoms.ts';

const webhook = { integration: 'webhook' } as const;

// It gives up a notification when the group is due again, every five minutes.
const untold = [
  { metric: 'alertmanager_notifications_failed_total', labels: webhook, value: 1, perMinute: 0.2 },
] satisfies Failure['series'];

/** How Alertmanager shows that nobody takes what it tells. */
export const alertmanagerSymptoms: Symptoms = {
  well: [
    { metric: 'alertmanager_alerts', labels: { state: 'active' }, value: 0 },
    { metric: 'alertmanager_notifications_total', labels: webhook, value: 0 },
    { metric: 'alertmanager_notifications_failed_total', labels: webhook, value: 0 },
  ],
  failures: [
    { what: 'cannot reach the bridge', without: 'alert-bridge', series: untold },
    { what: 'waits for a bridge that is stuck', series: untold },
  ],
};
