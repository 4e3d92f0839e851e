import { oncePerObject } from '../../model/once-per-object.ts';
import { amountIn, bytesText, decimalText } from '../../model/quantity.ts';
import type { Amount } from '../../model/quantity.ts';
import { at, listAt, mapAt } from '../../yaml/json-path.ts';
import type { JsonMap } from '../../yaml/json.ts';
import { containersIn } from './containers.ts';

/** Amounts by the names that quotas use (`limits.cpu`). */
export type Amounts = ReadonlyMap<string, Amount>;

const sides = ['requests', 'limits'] as const;
const resources = ['cpu', 'memory', 'ephemeral-storage'] as const;

/**
 * What one container asks for and may use; nothing where it states nothing, or what is no quantity, which a rule tells.
 * Each bound of a namespace asks for it.
 */
export const amountsOf = oncePerObject((container: JsonMap): Amounts => {
  const amounts = new Map<string, Amount>();
  for (const side of sides) {
    for (const resource of resources) {
      const amount = amountIn(String(at(container, 'resources', side, resource)));
      if (amount !== undefined) amounts.set(`${side}.${resource}`, amount);
    }
  }
  for (const side of ['limits', 'requests']) {
    for (const [device, count] of Object.entries(mapAt(container, 'resources', side))) {
      const amount = isDevice(device) ? amountIn(String(count)) : undefined;
      if (amount !== undefined) amounts.set(`requests.${device}`, amount); // a container has what it asks for
    }
  }
  return amounts;
});

/** Whether a resource is one of a node's devices, such as a GPU: those without a domain are Kubernetes' own. */
export function isDevice(name: string): boolean {
  return name.includes('/');
}

/**
 * What the scheduler and quotas count a pod for. Init containers end before the others start, so the larger of the two
 * counts; sidecars among them stay, and count beside whatever starts after them.
 */
export function amountsOfPod(spec: JsonMap): Amounts {
  const steps: Amounts[] = [];
  let staying: Amounts = new Map();
  for (const { ends, spec: container } of containersIn({ initContainers: listAt(spec, 'initContainers') })) {
    if (ends) steps.push(sumOf([staying, amountsOf(container)]));
    else staying = sumOf([staying, amountsOf(container)]);
  }
  const containers = containersIn({ containers: listAt(spec, 'containers') }).map(each => amountsOf(each.spec));
  return largestOf([sumOf([staying, ...containers]), ...steps]);
}

/** Amounts added up. */
export function sumOf(all: readonly Amounts[]): Amounts {
  return merged(all, (a, b) => a + b);
}

/** The larger amount of each resource. */
export function largestOf(all: readonly Amounts[]): Amounts {
  return merged(all, (a, b) => (a > b ? a : b));
}

/** Each amount several times. */
export function times(amounts: Amounts, factor: number): Amounts {
  return new Map([...amounts].map(([name, amount]) => [name, amount * BigInt(factor)]));
}

/** Amounts with others taken away from them. */
export function without(amounts: Amounts, others: Amounts): Amounts {
  return sumOf([amounts, new Map([...others].map(([name, amount]) => [name, -amount]))]);
}

/** The first of some amounts that is more than there is; undefined where there is enough of all. */
export function exceeding(asked: Amounts, there: Amounts): string | undefined {
  return [...asked].find(([name, amount]) => amount > (there.get(name) ?? 0n))?.[0];
}

/** An amount as the API server writes it. */
export function amountText(name: string, amount: Amount): string {
  return name.endsWith('cpu') || isDevice(name) ? decimalText(amount) : bytesText(amount);
}

function merged(all: readonly Amounts[], combine: (a: Amount, b: Amount) => Amount): Amounts {
  const result = new Map<string, Amount>();
  for (const amounts of all) {
    for (const [name, amount] of amounts) result.set(name, combine(result.get(name) ?? 0n, amount));
  }
  return result;
}
