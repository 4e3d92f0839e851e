import type { Cluster } from './cluster.ts';
import type { Endpoint } from './endpoint.ts';
import type { Environment } from './environment.ts';
import { ownImage, pinnedImage } from './images.ts';
import { namespaceIn } from './namespace.ts';
import { placed, together } from './placed-clusters.ts';
import type { Platform } from './platform.ts';
import { platformIn } from './variants.ts';

/** How one side reaches the other. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** `scheme://host:port` */
  readonly url: string;
}

/** What a service may ask about where it runs: the platform, seen from one environment, or from the base. */
export class Surroundings {
  /** The platform with each service in the form that is chosen here. */
  readonly platform: Platform;

  /** Undefined in the base. */
  readonly environment: Environment | undefined;

  /** Names of the components that are here: in the base, those that any environment has. Sorted. */
  readonly components: readonly string[];

  private readonly clusters: ReadonlyMap<string, Cluster>;

  constructor(platform: Platform, environment: Environment | undefined) {
    this.platform = environment ? platformIn(platform, environment) : platform;
    this.environment = environment;
    this.clusters = environment ? placed(environment, platform) : together(platform);
    this.components = [...this.clusters.keys()].sort();
  }

  /** Whether a component is here. */
  has(component: string): boolean {
    return this.clusters.has(component);
  }

  /** How mistakes name a component here: `prod/mlflow`. */
  placeOf(component: string): string {
    return `${this.environment?.name ?? 'base'}/${component}`;
  }

  /** Namespace of a component. */
  namespaceOf(component: string): string {
    return namespaceIn(this.environment?.name, component, this.platform.components[component]);
  }

  /** Cluster that runs a component. @throws Error where it is not here */
  clusterOf(component: string): Cluster {
    const cluster = this.clusters.get(component);
    if (!cluster) throw new Error(`Component '${component}' is not in ${this.environment?.name ?? 'the base'}`);
    return cluster;
  }

  /** Storage class of a component's claims that name none. @returns undefined for the cluster's default class */
  storageClassOf(component: string): string | undefined {
    const { networkedClass, storageClass } = this.clusterOf(component);
    return (this.environment?.data === 'networked' ? networkedClass : undefined) ?? storageClass;
  }

  /** Image that a service runs. @throws Error where it has none */
  imageOf(component: string, service: string): string {
    return ownImage(this.platform, { component, service }, this.environment?.name);
  }

  /** Image that a container beside a service's own runs. @param image what it runs where nothing else is pinned */
  containerImageOf(component: string, service: string, container: string, image: string): string {
    return pinnedImage(this.platform.images, `${component}/${service}/${container}`, this.environment?.name) ?? image;
  }

  /** An endpoint by its full name, whether or not its component is here. @throws Error where there is none */
  endpoint(name: string): Endpoint {
    const endpoint = this.platform.endpoints[name];
    if (!endpoint) throw new Error(`Endpoint '${name}' is not offered by any service`);
    return endpoint;
  }

  /** What a service offers, in its own order. */
  endpointsOf(component: string, service: string): Endpoint[] {
    const offers = this.platform.components[component]?.services[service]?.offers ?? {};
    return Object.keys(offers).map(name => this.endpoint(`${component}/${name}`));
  }

  /** Endpoints of the components that are here. */
  get endpoints(): Endpoint[] {
    return Object.values(this.platform.endpoints).filter(({ component }) => this.has(component));
  }

  /** Node port of an endpoint in this environment. @throws Error where it has none */
  nodePortOf(name: string): number {
    const { nodePort, component, service } = this.endpoint(name);
    if (nodePort === undefined) {
      throw new Error(
        `Endpoint '${name}' is called from another cluster, so it must have a 'nodePort' where service '${service}' `
          + `of component '${component}' offers it`,
      );
    }
    return nodePort + (this.environment?.nodePortOffset ?? 0);
  }

  /** Whether two components run on one cluster. */
  together(one: string, other: string): boolean {
    return this.clusterOf(one) === this.clusterOf(other);
  }

  /** How a component reaches an endpoint: by Service name on the same cluster, over the tailnet on another. */
  addressOf(name: string, caller: string): Address {
    const { component, serviceName, port, scheme } = this.endpoint(name);
    return component === caller ? address(scheme, serviceName, port) : this.fullAddressOf(name, caller);
  }

  /** The same for whoever is on a component's cluster and in no namespace of a component. */
  fullAddressOf(name: string, caller: string): Address {
    const { component, serviceName, port, scheme } = this.endpoint(name);
    if (!this.together(component, caller)) return this.tailnetAddressOf(name);
    return address(scheme, `${serviceName}.${this.namespaceOf(component)}.svc.cluster.local`, port);
  }

  /** How people and other clusters reach an endpoint: by its node port, over the tailnet. */
  tailnetAddressOf(name: string): Address {
    const { component, scheme } = this.endpoint(name);
    return address(scheme, this.clusterOf(component).tailnetHost, this.nodePortOf(name));
  }
}

/** @param scheme that of the endpoint */
export function address(scheme: Endpoint['scheme'] = 'http', host: string, port: number): Address {
  return { host, port, url: `${scheme}://${host}:${port}` };
}
