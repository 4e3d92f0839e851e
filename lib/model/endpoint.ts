import type { Components } from './component.ts';
import type { Offer, ScrapedMetrics } from './offer.ts';

/** An offer with its place in the platform. */
export interface Endpoint extends Omit<Offer, 'metrics'> {
  /** Unique in the platform: `<component>/<its name in the component>`. */
  readonly name: string;

  /** Component and service that answer. */
  readonly component: string;
  readonly service: string;

  /** Name of the Service object that leads to it. */
  readonly serviceName: string;

  readonly metrics?: ScrapedMetrics & { readonly job: string };
}

/** Every endpoint by its name. */
export type Endpoints = Readonly<Record<string, Endpoint>>;

/** The endpoints of some components: what each of their services offers. */
export function endpointsOf(components: Components): Endpoints {
  return Object.fromEntries(
    Object.entries(components).flatMap(([component, { services }]) =>
      Object.entries(services).flatMap(([service, { offers = {} }]) =>
        Object.entries(offers).map(([name, { metrics, ...offer }]): [string, Endpoint] => {
          const fullName = `${component}/${name}`;
          const scraped = metrics && { ...metrics, job: metrics.job ?? service };
          const serviceName = offer.through?.name ?? service;
          return [fullName, { ...offer, metrics: scraped, name: fullName, component, service, serviceName }];
        }),
      ),
    ),
  );
}

/** Name of an endpoint within its component. */
export function localNameOf({ name, component }: Pick<Endpoint, 'name' | 'component'>): string {
  return name.slice(component.length + 1);
}

/** Name of the port that an endpoint has on its container and its Service. */
export function portNameOf({ portName, scheme = 'http' }: Pick<Offer, 'portName' | 'scheme'>): string {
  return portName ?? scheme;
}
