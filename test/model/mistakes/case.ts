import type { Component } from '../../../lib/model/component.ts';
import type { Cluster } from '../../../lib/model/cluster.ts';
import type { Environment } from '../../../lib/model/environment.ts';
import type { MistakeCode } from '../../../lib/model/mistake.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import type { Site } from '../../../lib/model/site.ts';
import { cluster, environment, platform, Shop } from '../../fixtures/platform.ts';

/** What is wrong in a platform that is right otherwise, and all that is said about it. Only prod is there. */
export type Case = readonly [title: string, wrong: Partial<Platform>, code: MistakeCode, sentence: string];

/** Something of another type than its field has, which only a cast or JSON brings in. */
export function cast(value: unknown): never {
  return value as never;
}

export function site(change: object): Partial<Platform> {
  return { site: { ...platform().site, ...(change as Partial<Site>) } };
}

/** The cloud with a change, beside the farm. */
export function cloud(change: object): Partial<Platform> {
  return { clusters: [{ ...platform().clusters[0]!, ...change }, cluster('farm')] };
}

export function clusters(...rows: readonly Cluster[]): Partial<Platform> {
  return { clusters: rows };
}

export function prod(change: object): Partial<Platform> {
  return { environments: [environment('prod', change as Partial<Environment>)] };
}

export function placing(placement: Record<string, unknown>): Partial<Platform> {
  return prod({ placement });
}

export function setting(settings: object): Partial<Platform> {
  return prod({ settings });
}

/** Settings of the one service that takes every prop of its shape. */
export function shop(settings: object): Partial<Platform> {
  return setting({ shop: { shop: settings } });
}

export function endpoint(change: object): Partial<Platform> {
  const { shop, customer } = platform().endpoints;
  return { endpoints: { shop: { ...shop!, ...change }, customer: customer! } };
}

export function components(customer: object): Partial<Platform> {
  return { components: { shop: { services: { shop: Shop } }, customer: customer as Component } };
}

export function tenant(name: string, quota: object = { cpu: '1', memory: '1Gi' }): Platform['tenants'][number] {
  return { name, quota } as Platform['tenants'][number];
}

export function sizing(change: object): object {
  return {
    sizing: { cpu: '100m', cpuLimit: '200m', memory: '64Mi', memoryLimit: '128Mi', scratch: '64Mi', ...change },
  };
}

export function scaling(change: object): object {
  return { autoscaling: { min: 1, max: 3, cpuPercent: 70, ...change } };
}
