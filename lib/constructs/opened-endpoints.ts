import type { Construct } from 'constructs';
import { localNameOf } from '../model/endpoint.ts';
import type { Endpoint } from '../model/endpoint.ts';
import { offersOf } from './component-chart.ts';
import type { PodProps } from './pod-props.ts';

/** The endpoints that a workload opens: all that its service offers, or those that it names. */
export function openedBy(scope: Construct, { endpoints }: Pick<PodProps, 'endpoints'>): Endpoint[] {
  const offers = offersOf(scope);
  return endpoints ? offers.filter(offer => endpoints.includes(localNameOf(offer))) : offers;
}

/** One of the endpoints of each port: several Services may lead to it. */
export function oncePerPort(endpoints: readonly Endpoint[]): Endpoint[] {
  return [...new Map(endpoints.map(endpoint => [endpoint.port, endpoint])).values()];
}
