import type { Cluster } from './cluster.ts';
import type { Component } from './component.ts';
import type { Endpoint } from './endpoint.ts';
import type { Environment } from './environment.ts';
import { imageOf } from './images.ts';
import { hint } from './input/did-you-mean.ts';
import { shown } from './input/shown.ts';
import type { Platform } from './platform.ts';

/** How one side reaches the other. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** `scheme://host:port` */
  readonly url: string;
}

/** What a service may ask about where it runs: the platform, seen from one environment. */
export class Surroundings {
  readonly platform: Platform;

  /** Undefined in the base. */
  readonly environment: Environment | undefined;

  private readonly fallback: Cluster;

  /** @param baseCluster where the base imagines every component to run */
  constructor(platform: Platform, environment: Environment | undefined, baseCluster: Cluster) {
    this.platform = platform;
    this.environment = environment;
    this.fallback = baseCluster;
  }

  /** Namespace of a component. */
  namespaceOf(component: string): string {
    const name = this.component(component).namespace ?? component;
    return this.environment ? `${name}-${this.environment.name}` : name;
  }

  /** Cluster that runs a component. */
  clusterOf(component: string): Cluster {
    if (!this.environment) return this.fallback;
    const name = this.environment.placement[component];
    const cluster = this.platform.clusters.find(row => row.name === name);
    if (!cluster) throw new Error(`Unknown cluster '${name}' for component '${component}'`);
    return cluster;
  }

  /** Image that a service runs. */
  imageOf(service: string): string {
    return imageOf(this.platform.images, service, this.environment?.name);
  }

  /** An endpoint by its name. */
  endpoint(name: string): Endpoint {
    const { endpoints } = this.platform;
    if (Object.hasOwn(endpoints, name)) return endpoints[name]!;
    const near = hint(Object.keys(endpoints), String(name));
    throw new Error(`Unknown endpoint ${shown(name)}, it must be a row of lib/components/endpoints.ts${near}`);
  }

  /** Node port of an endpoint in this environment. */
  nodePortOf(name: string): number {
    const { nodePort } = this.endpoint(name);
    if (nodePort === undefined) {
      throw new Error(
        `Endpoint '${name}' is called from another cluster, so it must have a 'nodePort' in lib/components/endpoints.ts`,
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
    const { component, service, port, scheme = 'http' } = this.endpoint(name);
    if (component === caller) return address(scheme, service, port);
    if (this.together(component, caller)) {
      return address(scheme, `${service}.${this.namespaceOf(component)}.svc.cluster.local`, port);
    }
    return address(scheme, this.clusterOf(component).tailnetHost, this.nodePortOf(name));
  }

  private component(name: string): Component {
    const component = this.platform.components[name];
    if (!component) throw new Error(`Unknown component '${name}'`);
    return component;
  }
}

function address(scheme: string, host: string, port: number): Address {
  return { host, port, url: `${scheme}://${host}:${port}` };
}
