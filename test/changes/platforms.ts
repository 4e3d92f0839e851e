import { Construct } from 'constructs';
import { StatefulWorkload } from '../../lib/constructs/stateful-workload.ts';
import type { StatefulWorkloadProps } from '../../lib/constructs/stateful-workload.ts';
import { refusedChanges } from '../../lib/changes/index.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import type { Leaving } from '../../lib/model/leaving.ts';
import type { Mistake } from '../../lib/model/mistake.ts';
import type { Rows } from '../../lib/model/platform.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import type { Delivered } from '../../lib/synthesis.ts';
import { cacheService } from '../fixtures/cache.ts';
import { environment, rows, serviceOf, Shop } from '../fixtures/platform.ts';

/** A service with a disk. */
export class Store extends Construct {
  constructor(scope: Construct, id: string, props: Partial<StatefulWorkloadProps> = {}) {
    super(scope, id);
    new StatefulWorkload(this, 'Default', {
      probes: {
        liveness: { check: { path: '/live' }, period: 10 },
        readiness: { check: { path: '/ready' }, period: 5 },
      },
      sizing: { cpu: '100m', cpuLimit: '200m', memory: '64Mi', memoryLimit: '128Mi', scratch: '64Mi' },
      claim: { mountPath: '/data', size: '2Gi' },
      ...props,
    });
  }
}

/** What comes of some tables. */
export interface Synthesized extends Delivered {
  readonly platform: ReturnType<typeof checkedPlatform>;
  readonly files: ReadonlyMap<string, string>;
}

/** Synthesizes tables. */
export function synthesized(change: Partial<Rows>): Synthesized {
  const platform = checkedPlatform(rows(change), {});
  const delivered = unitsOf(platform);
  const sources = [...delivered.delivery.bases.map(base => base.write()), ...delivered.units];
  return { ...delivered, platform, files: new Map(sources.flatMap(({ files }) => [...files])) };
}

/** What is refused on the way from one platform to another. */
export function refused(before: Partial<Rows>, after: Partial<Rows>): readonly Mistake[] {
  return refusedChanges(synthesized(before).files, synthesized(after));
}

/** The tables with rows of what leaves. */
export function leaving(change: Partial<Rows>, ...rowsOfLeavers: readonly Leaving[]): Partial<Rows> {
  return { ...change, leaving: rowsOfLeavers };
}

const { shop } = rows().components;

/** Shop, and beside it a component with some services. */
export function besideShop(services: Readonly<Record<string, object>>, stateful = false): Partial<Rows> {
  return { components: { shop: shop!, store: { stateful, services } } as Rows['components'] };
}

/** Both environments, prod with a change. */
export function prod(change: object): Partial<Rows> {
  return { environments: [environment('dev', { nodePortOffset: 1000 }), environment('prod', change)] };
}

/** A service, and beside it a chart. */
export const withChart = besideShop({ one: serviceOf(Shop, 'one'), cache: cacheService() });

/** Two services without data. */
export const pair = besideShop({ one: serviceOf(Shop, 'one'), other: serviceOf(Shop, 'other') });
