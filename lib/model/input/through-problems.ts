import { isDeepStrictEqual } from 'node:util';
import { portNameOf } from '../endpoint.ts';
import { grouped } from '../grouped.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Offer, ServiceObject } from '../offer.ts';
import type { Services } from '../component.ts';
import { shown } from './shown.ts';

/** An endpoint of a component, and who offers it. */
interface Offered {
  readonly service: string;
  readonly endpoint: string;
  readonly offer: Offer;
}

/** Mistakes in the Service objects that lead to the endpoints of a component: one that two say different things of. */
export function throughProblems(component: string, services: Services): Mistake[] {
  const offered = Object.entries(services).flatMap(([service, { offers = {} }]) =>
    Object.entries(offers).map(([endpoint, offer]): Offered => ({ service, endpoint, offer })),
  );
  const byObject = grouped(offered, ({ service, offer }) => offer.through?.name ?? service);
  const byPort = grouped(offered, ({ service, offer }) => `${service} ${String(offer.port)}`);
  return [
    ...offered.flatMap(each => foreignProblems(each, component, services)),
    ...[...byObject].flatMap(([name, all]) => all.slice(1).flatMap(each => differing(name, all[0]!, each, component))),
    ...[...byPort.values()].flatMap(all => all.slice(1).flatMap(each => renamed(all[0]!, each, component))),
  ];
}

/** A service of the component has the Service object of its own name for itself. */
function foreignProblems({ service, endpoint, offer }: Offered, component: string, services: Services): Mistake[] {
  const name = offer.through?.name;
  if (name === undefined || name === service || !Object.hasOwn(services, name)) return [];
  const message = `'through.name' ('${name}') is that of another service, it must be a name that no service has`;
  return [mistake('reserved', placeOf(component, service, endpoint), message)];
}

function differing(name: string, first: Offered, { service, endpoint, offer }: Offered, component: string): Mistake[] {
  const where = placeOf(component, service, endpoint);
  const other = `'${component}/${first.endpoint}'`;
  if (service !== first.service) {
    if (name === service || name === first.service) return []; // told of the name already
    const message = `'through.name' ('${name}') is that of ${other} too, which is of another service: each must have its own`;
    return [mistake('duplicate', where, message)];
  }
  if (isDeepStrictEqual(traitsOf(offer), traitsOf(first.offer))) return [];
  const message = `'through' (${shown(offer.through ?? {})}) differs from that of ${other}, which goes through '${name}' too`;
  return [mistake('conflict', where, message)];
}

/** What a Service object is like, with every default. */
function traitsOf({ through = {} }: Offer): Omit<Required<ServiceObject>, 'name' | 'ordinal'> & { ordinal?: number } {
  const { headless = false, publishNotReadyAddresses = false, ordinal } = through;
  return { headless, publishNotReadyAddresses, ordinal };
}

/** The container opens a port once, whatever Services lead to it. */
function renamed(first: Offered, { service, endpoint, offer }: Offered, component: string): Mistake[] {
  if (portNameOf(offer) === portNameOf(first.offer)) return [];
  if (offer.through?.name === first.offer.through?.name) return []; // told of the port already
  const names = `port ${offer.port} is '${portNameOf(offer)}' here and '${portNameOf(first.offer)}'`;
  const message = `${names} of '${component}/${first.endpoint}', it must have one name`;
  return [mistake('conflict', placeOf(component, service, endpoint), message)];
}

function placeOf(component: string, service: string, endpoint: string): string {
  return `service '${component}/${service}': endpoint '${endpoint}'`;
}
