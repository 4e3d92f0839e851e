import type { Symptoms } from '../../../model/symptoms.ts';

const alertmanager = { alertmanager: 'http://alertmanager:9093/api/v2/alerts' } as const;

/** How Prometheus shows that it fails, as long as it judges its rules. */
export const prometheusSymptoms: Symptoms = {
  well: [
    { metric: 'prometheus_config_last_reload_successful', value: 1 },
    { metric: 'prometheus_notifications_errors_total', labels: alertmanager, value: 0 },
    { metric: 'prometheus_tsdb_head_series', value: 10_000 },
  ],
  failures: [
    {
      what: 'cannot reach Alertmanager',
      without: 'alertmanager',
      series: [{ metric: 'prometheus_notifications_errors_total', labels: alertmanager, value: 4, perMinute: 4 }],
    },
    {
      what: 'refuses its files',
      series: [{ metric: 'prometheus_config_last_reload_successful', value: 0 }],
    },
  ],
};
