import type { IConstruct } from 'constructs';
import type { LocalEndpointName } from '../model/names.ts';
import { address } from '../model/surroundings.ts';
import type { Address } from '../model/surroundings.ts';
import { ComponentChart, serviceNameOf } from './component-chart.ts';
import { connect } from './connections.ts';
import { endpointNamed } from './endpoint-named.ts';
import { podsServiceName } from './network-service.ts';
import { mostPods } from './sizing.ts';

/**
 * Declares that the pods of a StatefulSet call each other, and says how to reach each of them by its own name, for as long
 * as it runs, ready or not.
 *
 * @param reference the endpoint that they call, one that the service itself offers
 * @param replicas how many pods there are
 * @returns the address of each, in the order of their numbers
 * @throws Error for an endpoint of another service
 */
export function connectPeers(scope: IConstruct, reference: LocalEndpointName, replicas: number): Address[] {
  const { component, surroundings } = ComponentChart.of(scope);
  const name = serviceNameOf(scope);
  const { service, scheme, port } = endpointNamed(reference, component, surroundings);
  if (service !== name) {
    throw new Error(`${name}: endpoint '${reference}' is of service '${service}', peers must call one of their own`);
  }
  connect(scope, reference);
  const length = isCount(replicas) ? replicas : 0; // the workload refuses what is none
  return Array.from({ length }, (_, ordinal) => address(scheme, `${name}-${ordinal}.${podsServiceName(name)}`, port));
}

function isCount(replicas: number): boolean {
  return Number.isInteger(replicas) && replicas > 0 && replicas <= mostPods;
}
