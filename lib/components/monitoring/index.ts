import type { Component } from '../../model/component.ts';
import { platformAlerts } from './platform-alerts.ts';
import { clusterPrograms } from './scrape/cluster-programs.ts';
import * as services from './services.ts';

/** Series of all clusters, the alerts on them, and what people see of both. */
export const monitoring = {
  stateful: true,
  services,
  alerts: platformAlerts,
  alsoScrapes: clusterPrograms,
} satisfies Component;
