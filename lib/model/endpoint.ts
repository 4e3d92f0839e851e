/** Something a service offers to others. */
export interface Endpoint {
  /** Component and service that answer. The Kubernetes Service has the service's name. */
  readonly component: string;
  readonly service: string;

  /** Port of the container and of the Service alike. */
  readonly port: number;

  /** Name of the port; a service with several endpoints names each. @default - the scheme */
  readonly portName?: string;

  /** @default 'http' */
  readonly scheme?: 'http' | 'tcp';

  /** Node port in prod; other environments add their `nodePortOffset`. @default - cannot be reached from other clusters */
  readonly nodePort?: number;

  /** How Prometheus scrapes it. @default - it is not scraped */
  readonly metrics?: ScrapedMetrics;
}

/** What Prometheus is told about an endpoint. */
export interface ScrapedMetrics {
  /** @default '/metrics' */
  readonly path?: string;

  /** The job's name, which alerts and panels select by. */
  readonly job: string;

  /** Whether the service may run several pods, each of which has its own counters. @default false */
  readonly replicated?: boolean;
}

/** Name of the port that an endpoint has on its container and its Service. */
export function portNameOf({ portName, scheme = 'http' }: Endpoint): string {
  return portName ?? scheme;
}

/** Every endpoint by its name. */
export type Endpoints = Readonly<Record<string, Endpoint>>;
