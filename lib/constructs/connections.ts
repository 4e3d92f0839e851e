import type { IConstruct } from 'constructs';
import type { ApiRule, OwnRule } from '../model/ask.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { Destination, OperatorThatCalls, ToolProgram } from '../model/flow.ts';
import type { EndpointReference } from '../model/names.ts';
import type { Address } from '../model/surroundings.ts';
import { ask, askerOf, ComponentChart } from './component-chart.ts';
import { endpointNamed } from './endpoint-named.ts';

/**
 * Declares that a service calls an endpoint, and says how to reach it from there: by Service name in the
 * namespace or the cluster, by tailnet name and node port on another cluster. Both ends' network policies follow.
 *
 * @param reference its bare name in the own component, `<component>/<name>` in another
 * @throws Error for an endpoint that is not offered, or whose component is not in this environment
 */
export function connect(scope: IConstruct, reference: EndpointReference): Address {
  const { component, surroundings } = ComponentChart.of(scope);
  const { name } = presentEndpoint(scope, reference);
  declare(scope, { endpoint: name });
  return surroundings.addressOf(name, component);
}

/**
 * Declares that KEDA's operator asks an endpoint for a service, and says how it reaches it from its own namespace, on the
 * service's cluster.
 *
 * @throws Error for an endpoint that is not offered, or whose component is not in this environment
 */
export function connectFromKeda(scope: IConstruct, reference: EndpointReference): Address {
  const { component, surroundings } = ComponentChart.of(scope);
  const { name } = presentEndpoint(scope, reference);
  ask(scope, 'flow', { from: { component, operator: 'keda' }, to: { endpoint: name } });
  return surroundings.fullAddressOf(name, component);
}

/**
 * Declares that an operator calls an endpoint of a service that it runs.
 *
 * @throws Error for an endpoint that is not offered
 */
export function admitOperator(scope: IConstruct, operator: OperatorThatCalls, reference: EndpointReference): void {
  const { component } = ComponentChart.of(scope);
  const { name } = presentEndpoint(scope, reference);
  ask(scope, 'flow', { from: { component, operator }, to: { endpoint: name } });
}

/** The same for what a service can do without: undefined where the endpoint's component is not in this environment. */
export function connectIfThere(scope: IConstruct, reference: EndpointReference): Address | undefined {
  const { component, surroundings } = ComponentChart.of(scope);
  const endpoint = endpointNamed(reference, component, surroundings);
  return surroundings.has(endpoint.component) ? connect(scope, reference) : undefined;
}

/** Declares that a service calls a host of the internet over HTTPS, and returns its URL. */
export function connectInternet(scope: IConstruct, host: string): string {
  declare(scope, { internet: host, port: 443 });
  return `https://${host}`;
}

/**
 * Declares that a service reads the Kubernetes API: it gets the role, a token, and the way through the policies. It
 * must be asked for before the service's workload is made.
 */
export function useKubernetesApi(scope: IConstruct, rules: readonly ApiRule[]): void {
  const { service } = askerOf(scope);
  if (ComponentChart.of(scope).withPods.has(service)) {
    throw new TypeError(`${service}: useKubernetesApi() comes too late, it must be called before the workload is made`);
  }
  declare(scope, 'kubernetes-api');
  ask(scope, 'api', rules);
}

/** Opens the way to the Kubernetes API for pods whose account and rights an operator makes. */
export function openKubernetesApi(scope: IConstruct): void {
  declare(scope, 'kubernetes-api');
}

/**
 * Lets a service's account read what lies in its own namespace: for people and programs that act as it. Its pods get no token,
 * and no way to the API server.
 */
export function grantOwnNamespace(scope: IConstruct, rules: readonly OwnRule[]): void {
  ask(scope, 'ownRole', rules);
}

/**
 * Declares that a service asks the kubelets of its cluster, with the token that it has for the Kubernetes API; what it
 * may ask them is one of the rules there.
 */
export function useKubelets(scope: IConstruct): void {
  declare(scope, 'kubelets');
}

/** Declares that a service scrapes a program of Argo CD or of an operator, on its own cluster. */
export function scrapeTool(scope: IConstruct, { tool, program }: ToolProgram): void {
  declare(scope, { tool, program });
}

/** Declares that people's requests reach an endpoint through the cluster's ingress controller. */
export function admitIngress(scope: IConstruct, endpoint: string): void {
  ask(scope, 'flow', { from: 'ingress', to: { endpoint } });
}

function presentEndpoint(scope: IConstruct, reference: EndpointReference): Endpoint {
  const { component, surroundings } = ComponentChart.of(scope);
  const endpoint = endpointNamed(reference, component, surroundings);
  if (surroundings.has(endpoint.component)) return endpoint;
  throw new Error(
    `${askerOf(scope).service}: calls '${endpoint.name}', but component '${endpoint.component}' is placed nowhere `
      + "here ('none'): it must have a cluster, or what calls it must be switched off",
  );
}

function declare(scope: IConstruct, to: Destination): void {
  ask(scope, 'flow', { from: askerOf(scope), to });
}
