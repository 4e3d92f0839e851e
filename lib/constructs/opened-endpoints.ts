import type { Construct } from 'constructs';
import { localNameOf } from '../model/endpoint.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { Sidecar } from '../model/pods/container.ts';
import { offersOf } from './component-chart.ts';
import type { PodProps } from './pod-props.ts';

/** The endpoints that a workload opens: all that its service offers, or those that it names. */
export function openedBy(scope: Construct, { endpoints }: Pick<PodProps, 'endpoints'>): Endpoint[] {
  const offers = offersOf(scope);
  return endpoints ? offers.filter(offer => endpoints.includes(localNameOf(offer))) : offers;
}

/** Those of them that its own container opens, because no sidecar does. */
export function openedByOwnContainer(scope: Construct, props: Pick<PodProps, 'endpoints' | 'sidecars'>): Endpoint[] {
  const others = Object.values(props.sidecars ?? {}).flatMap(({ endpoints = [] }) => endpoints);
  return openedBy(scope, props).filter(endpoint => !others.includes(localNameOf(endpoint)));
}

/** The endpoints that a sidecar opens. */
export function openedBySidecar(scope: Construct, { endpoints = [] }: Pick<Sidecar, 'endpoints'>): Endpoint[] {
  return openedBy(scope, { endpoints });
}

/** One of the endpoints of each port: several Services may lead to it. */
export function oncePerPort(endpoints: readonly Endpoint[]): Endpoint[] {
  return [...new Map(endpoints.map(endpoint => [endpoint.port, endpoint])).values()];
}
