import { perCluster } from '../../model/component.ts';
import { withRunbooks } from '../../model/runbook-pages.ts';
import { linkRunbooks } from './runbooks.ts';
import { kubeStateMetricsOf } from './kube-state-metrics/index.ts';
import { linkAlerts } from './link-alerts.ts';
import { collectingPrometheusOf } from './prometheus/collecting-prometheus.ts';
import { clusterPrograms } from './scrape/cluster-programs.ts';

/** The part of the monitoring that must run where it reads: on every cluster that the central server is not on. */
export const collector = perCluster({
  suffix: 'monitoring',
  of: 'monitoring',
  alerts: withRunbooks(linkAlerts, linkRunbooks),
  on: cluster => ({
    stateful: true,
    folder: 'lib/components/monitoring/',
    services: {
      [`${cluster}-kube-state-metrics`]: kubeStateMetricsOf(`${cluster}-kube-state-metrics`),
      [`${cluster}-prometheus`]: collectingPrometheusOf(`${cluster}-prometheus`),
    },
    alsoScrapes: clusterPrograms,
  }),
});
