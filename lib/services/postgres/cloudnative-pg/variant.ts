import type { AlertTemplates } from '../../../model/alert.ts';
import type { Variant } from '../../../model/service.ts';
import { clusterMetrics, clusterSeries } from './metrics.ts';
import { clusterSymptoms } from './symptoms.ts';

/** What of a database its component says. */
interface Named {
  /** Name of its service. */
  readonly service: string;

  /** Job by which it is scraped, as in its other form. */
  readonly job: string;
  readonly database: string;

  /** What can be wrong with it. */
  readonly alerts: AlertTemplates;
}

/**
 * What is otherwise where CloudNativePG runs PostgreSQL. The operator makes the Service of the instance that takes writes, so
 * callers of the same endpoint are told that name. https://cloudnative-pg.io/documentation/current/service_management/
 */
export function runByCloudNativePg({ service, job, database, alerts }: Named): Variant {
  const through = { name: instancesService(service), headless: true, publishNotReadyAddresses: true };
  return {
    image: 'ghcr.io/cloudnative-pg/postgresql:18.6-system-trixie',
    // Jobs that prepare an instance have this one, too, and call the others.
    pods: { 'cnpg.io/cluster': service },
    podsAreLabelled: true,
    offers: {
      [service]: { port: 5432, scheme: 'tcp', through: { name: `${service}-rw` } },
      [`${service}-metrics`]: {
        ...at(9187),
        portName: 'metrics',
        through,
        metrics: { job, replicated: true },
      },
      [`${service}-status`]: { ...at(8000), portName: 'status', scheme: 'tcp', through },
    },
    emits: clusterMetrics,
    alerts,
    symptoms: clusterSymptoms(service, database),
    series: clusterSeries,
    // Its ports are fixed. https://cloudnative-pg.io/documentation/current/security/#exposed-ports
    contracts: [
      { listens: service, always: 5432 },
      { listens: `${service}-metrics`, always: 9187 },
      { listens: `${service}-status`, always: 8000 },
    ],
  };
}

/** By its number, because Jobs that prepare an instance, which policies cannot tell from it, have no names of ports. */
function at(port: number): { port: number; targetPort: number } {
  return { port, targetPort: port };
}

/** Name of the Service object that leads to each instance. */
export function instancesService(service: string): string {
  return `${service}-instances`;
}
