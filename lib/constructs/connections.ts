import type { IConstruct } from 'constructs';
import type { EndpointName } from '../components/endpoints.ts';
import type { Destination } from '../model/flow.ts';
import type { Address } from '../model/surroundings.ts';
import { ComponentChart, serviceNameOf } from './component-chart.ts';
import type { ApiRule } from './component-chart.ts';

/**
 * Declares that a service calls an endpoint, and says how to reach it from there: by Service name in the
 * namespace or the cluster, by tailnet name and node port on another cluster. Both ends' network policies follow.
 */
export function connect(scope: IConstruct, endpoint: EndpointName): Address {
  declare(scope, { endpoint });
  const chart = ComponentChart.of(scope);
  return chart.surroundings.addressOf(endpoint, chart.component);
}

/** Declares that a service calls a host of the internet over HTTPS, and returns its URL. */
export function connectInternet(scope: IConstruct, host: string): string {
  declare(scope, { internet: host, port: 443 });
  return `https://${host}`;
}

/** Declares that a service reads the Kubernetes API: it gets the role, a token, and the way through the policies. */
export function useKubernetesApi(scope: IConstruct, rules: readonly ApiRule[]): void {
  declare(scope, 'kubernetes-api');
  ComponentChart.of(scope).apiAccess.push({ service: serviceNameOf(scope), rules });
}

/**
 * Declares that a service asks the kubelets of its cluster, with the token that it has for the Kubernetes API; what it
 * may ask them is one of the rules there.
 */
export function useKubelets(scope: IConstruct): void {
  declare(scope, 'kubelets');
}

function declare(scope: IConstruct, to: Destination): void {
  const chart = ComponentChart.of(scope);
  chart.flows.push({ from: { component: chart.component, service: serviceNameOf(scope) }, to });
}
