import type { Component } from '../../../lib/model/component.ts';
import type { ClusterRow } from '../../../lib/model/cluster.ts';
import type { Environment } from '../../../lib/model/environment.ts';
import type { Images } from '../../../lib/model/images.ts';
import type { MistakeCode } from '../../../lib/model/mistake.ts';
import type { Offer } from '../../../lib/model/offer.ts';
import type { Rows } from '../../../lib/model/platform.ts';
import type { Site } from '../../../lib/model/site.ts';
import { cluster, Customer, environment, rows, serviceOf, Shop } from '../../fixtures/platform.ts';

/** Tables that replace the right ones, and pins of images. */
export type Wrong = Partial<Rows> & { readonly images?: Images };

/** What is wrong in a platform that is right otherwise, and all that is said about it. Only prod is there. */
export type Case = readonly [title: string, wrong: Wrong, code: MistakeCode, sentence: string];

/** Something of another type than its field has, which only a cast or JSON brings in. */
export function cast(value: unknown): never {
  return value as never;
}

export function site(change: object): Wrong {
  return { site: { ...rows().site, ...(change as Partial<Site>) } };
}

/** The cloud with a change, beside the farm. */
export function cloud(change: object): Wrong {
  return { clusters: [{ ...rows().clusters[0]!, ...change }, cluster('farm')] };
}

export function clusters(...rows: readonly ClusterRow[]): Wrong {
  return { clusters: rows };
}

export function prod(change: object): Wrong {
  return { environments: [environment('prod', change as Partial<Environment>)] };
}

export function placing(placement: Record<string, unknown>): Wrong {
  return prod({ placement });
}

export function setting(settings: object): Wrong {
  return prod({ settings });
}

/** Settings of the one service that takes every prop of its shape. */
export function shop(settings: object): Wrong {
  return setting({ shop: { shop: settings } });
}

/** The shop's offer with a change. */
export function offer(change: object): Wrong {
  return offers({ shop: { port: 8080, nodePort: 30080, ...change } as Offer });
}

/** All that the shop offers. */
export function offers(all: Readonly<Record<string, Offer>>): Wrong {
  const { shop, customer } = tables();
  return { components: { customer, shop: { services: { shop: { ...shop.services.shop, offers: all } } } } };
}

/** The customer as a component with a change. */
export function component(change: object): Wrong {
  const { shop, customer } = tables();
  return components({ shop, customer: { ...customer, ...change } });
}

/** The customer as a service with a change. */
export function service(change: object): Wrong {
  const { customer } = tables();
  return component({ services: { customer: { ...customer.services.customer, ...change } } });
}

export function components(table: object): Wrong {
  return { components: table as Rows['components'] };
}

function tables() {
  return {
    shop: { services: { shop: serviceOf(Shop, 'shop', { nodePort: 30080 }) } },
    customer: { services: { customer: serviceOf(Customer, 'customer', { port: 8081 }) } } satisfies Component,
  };
}

export function tenant(name: string, quota: object = { cpu: '1', memory: '1Gi' }): Rows['tenants'][number] {
  return { name, quota } as Rows['tenants'][number];
}

export function sizing(change: object): object {
  return {
    sizing: { cpu: '100m', cpuLimit: '200m', memory: '64Mi', memoryLimit: '128Mi', scratch: '64Mi', ...change },
  };
}

export function scaling(change: object): object {
  return { autoscaling: { min: 1, max: 3, cpuPercent: 70, ...change } };
}
