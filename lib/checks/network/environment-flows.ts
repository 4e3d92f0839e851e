import type { Flow } from '../../model/flow.ts';
import type { Surroundings } from '../../model/surroundings.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { World } from '../world.ts';
import { clusterViews } from './cluster-view.ts';
import type { ClusterView } from './cluster-view.ts';
import type { NumberSet } from './number-set.ts';
import type { Pod } from './pod.ts';
import { portsOf } from './ports.ts';
import { arrivalPorts } from './service-ports.ts';

/** The flows of every environment, by its name. */
export function environmentFlows(world: World): ReadonlyMap<string, EnvironmentFlows> {
  const views = world.once(clusterViews);
  return new Map(
    world.facts.delivery.environments.map(({ environment, surroundings, flows }) => [
      environment.name,
      new EnvironmentFlows(surroundings, flows, views),
    ]),
  );
}

/** The flows of an environment, seen against what is rendered on the clusters that it is placed on. */
export class EnvironmentFlows {
  readonly surroundings: Surroundings;
  readonly flows: readonly Flow[];
  private readonly views: ReadonlyMap<string, ClusterView>;

  constructor(surroundings: Surroundings, flows: readonly Flow[], views: ReadonlyMap<string, ClusterView>) {
    this.surroundings = surroundings;
    this.flows = flows;
    this.views = views;
  }

  /** The cluster that a component is placed on. */
  viewOf(component: string): ClusterView {
    return this.views.get(this.surroundings.clusterOf(component).name)!;
  }

  /** The pods of a service, in its component's namespace: those with the labels of its row, or with its name. */
  podsOf({ component, service }: { readonly component: string; readonly service: string }): readonly Pod[] {
    const { network, servicePods } = this.viewOf(component);
    const namespace = this.surroundings.namespaceOf(component);
    const labels = this.surroundings.platform.components[component]?.services[service]?.pods;
    if (labels) return network.podsOfPeer({ podSelector: { matchLabels: { ...labels } } }, namespace);
    return servicePods.get(`${namespace}/${service}`) ?? [];
  }

  /** The Service object of an endpoint. */
  serviceOf(endpoint: string): Manifest | undefined {
    const { component, serviceName } = this.surroundings.endpoint(endpoint);
    return this.viewOf(component).services.get(`${this.surroundings.namespaceOf(component)}/${serviceName}`);
  }

  /** The Service object that opens the node port of an endpoint. */
  nodePortServiceOf(endpoint: string): Manifest | undefined {
    const { component } = this.surroundings.endpoint(endpoint);
    return this.viewOf(component).nodePorts.get(this.surroundings.nodePortOf(endpoint));
  }

  /** Whether a caller uses the node port of an endpoint, because it is outside of its cluster. */
  crosses({ from }: Flow, endpoint: string): boolean {
    if (typeof from !== 'object') return from === 'tailnet';
    return !this.surroundings.together(from.component, this.surroundings.endpoint(endpoint).component);
  }

  /** The ports of a pod that callers of an endpoint arrive on when they use its Service. */
  portsByService(endpoint: string, pod: Pod): NumberSet {
    const { port } = this.surroundings.endpoint(endpoint);
    const object = this.serviceOf(endpoint);
    // A missing Service is another rule's finding, which the same one here would only hide.
    return object ? arrivalPorts(object, 'port', port, pod) : portsOf('TCP', port);
  }

  /** The ports of a pod that callers of an endpoint arrive on when they use its node port. */
  portsByNodePort(endpoint: string, pod: Pod): NumberSet {
    const { port } = this.surroundings.endpoint(endpoint);
    const nodePort = this.surroundings.nodePortOf(endpoint);
    const object = this.nodePortServiceOf(endpoint);
    return object ? arrivalPorts(object, 'nodePort', nodePort, pod) : portsOf('TCP', port);
  }
}
