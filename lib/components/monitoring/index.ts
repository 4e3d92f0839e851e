import type { Component } from '../../model/component.ts';
import { withRunbooks } from '../../model/runbook-pages.ts';
import { platformAlerts } from './platform-alerts.ts';
import { platformRunbooks, workloadRunbooks } from './runbooks.ts';
import { clusterPrograms } from './scrape/cluster-programs.ts';
import { workloadAlerts } from './workload-alerts.ts';
import * as services from './services.ts';

/** Series of all clusters, the alerts on them, and what people see of both. */
export const monitoring = {
  stateful: true,
  services,
  alerts: {
    ...withRunbooks(platformAlerts, platformRunbooks),
    ...withRunbooks(workloadAlerts, workloadRunbooks),
  },
  alsoScrapes: clusterPrograms,
} satisfies Component;
