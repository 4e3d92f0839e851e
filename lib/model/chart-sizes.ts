import { amountOf } from './amounts.ts';
import type { Cpu, Memory } from './amounts.ts';
import type { ChartContainer, ChartPods } from './chart-pods.ts';
import { bytesText, decimalText } from './quantity.ts';
import type { Amount } from './quantity.ts';
import { smallContainer } from './small-container.ts';

const resources = ['cpu', 'memory', 'ephemeral-storage'] as const;
type Resource = (typeof resources)[number];

/** Amounts of all resources. */
type Amounts = Readonly<Record<Resource, Cpu | Memory>>;

/** What a container gets: what it states, and where it states nothing, what Kubernetes and the LimitRange put there. */
export function resourcesOf({ requests = {}, limits = {} }: ChartContainer): Record<'requests' | 'limits', Amounts> {
  const side = (amount: (resource: Resource) => string): Amounts =>
    Object.fromEntries(resources.map(resource => [resource, amount(resource)])) as Amounts;
  return {
    requests: side(resource => requests[resource] ?? limits[resource] ?? smallContainer.requests[resource]),
    limits: side(resource => limits[resource] ?? smallContainer.limits[resource]),
  };
}

/** What one pod of a chart asks for, by the names that the house has for it. Containers that end before do not count. */
export function sizingOf({ containers }: ChartPods): {
  readonly [Field in 'cpu' | 'cpuLimit' | 'memory' | 'memoryLimit' | 'scratch']: Cpu & Memory;
} {
  const all = Object.values(containers).map(resourcesOf);
  const sum = (side: 'requests' | 'limits', resource: Resource): Amount =>
    all.reduce((total, each) => total + amountOf(each[side][resource]), 0n);
  return {
    cpu: decimalText(sum('requests', 'cpu')) as Cpu & Memory,
    cpuLimit: decimalText(sum('limits', 'cpu')) as Cpu & Memory,
    memory: bytesText(sum('requests', 'memory')) as Cpu & Memory,
    memoryLimit: bytesText(sum('limits', 'memory')) as Cpu & Memory,
    scratch: bytesText(sum('requests', 'ephemeral-storage')) as Cpu & Memory,
  };
}

/** Sentences about containers that the API server would refuse, because they ask for more than they may use. */
export function sizeFaults({ name, containers, initContainers = {} }: ChartPods): string[] {
  return Object.entries({ ...initContainers, ...containers }).flatMap(([container, stated]) => {
    const { requests, limits } = resourcesOf(stated);
    const isOver = (resource: Resource): boolean => amountOf(requests[resource]) > amountOf(limits[resource]);
    return resources.filter(isOver).map(resource => {
      const from = stated.limits?.[resource] === undefined ? ', which the LimitRange gives where it states none' : '';
      const limit = `'limits.${resource}' (${limits[resource]}${from})`;
      return `'${name}': container '${container}': 'requests.${resource}' (${requests[resource]}) must not exceed ${limit}`;
    });
  });
}
