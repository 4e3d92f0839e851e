/** Something that a service offers to others. Which service and component do is where it is written. */
export interface Offer {
  /** Port of the container and of the Service alike. */
  readonly port: number;

  /** Port of the pods, where their Service has another. @default - the same */
  readonly targetPort?: number;

  /** Name of the port; a service with several endpoints names each. @default - the scheme */
  readonly portName?: string;

  /** @default 'http' */
  readonly scheme?: 'http' | 'tcp';

  /** The Service object that leads to it. @default - the one of the service's name, which has an address of its own */
  readonly through?: ServiceObject;

  /** Node port in prod; other environments add their `nodePortOffset`. @default - cannot be reached from other clusters */
  readonly nodePort?: number;

  /** How Prometheus scrapes it. @default - it is not scraped */
  readonly metrics?: ScrapedMetrics;
}

/** A Service object of a workload. All that is offered through one of a name must say the same of it. */
export interface ServiceObject {
  /** @default - the name of the service */
  readonly name?: string;

  /** Whether its name stands for the addresses of the pods, and has none of its own. @default false */
  readonly headless?: boolean;

  /** Whether pods that are not ready are found, too: peers must meet before any of them is. @default false */
  readonly publishNotReadyAddresses?: boolean;

  /** Number of the one pod of a StatefulSet that it leads to, the one that takes writes, say. @default - all of them */
  readonly ordinal?: number;
}

/** What Prometheus is told about an endpoint. */
export interface ScrapedMetrics {
  /** @default '/metrics' */
  readonly path?: string;

  /** The job's name, which alerts and panels select by. @default - the name of the service */
  readonly job?: string;

  /** Whether the service may run several pods, each of which has its own counters. @default false */
  readonly replicated?: boolean;
}
