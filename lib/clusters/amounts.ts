import { cpuText, mebibytes, memoryText, millicores } from '../model/amounts.ts';
import type { Cpu, Memory } from '../model/amounts.ts';
import { oncePerObject } from '../model/once-per-object.ts';
import { at } from '../yaml/json-path.ts';
import type { JsonMap } from '../yaml/json.ts';

/** Amounts by the names that quotas use (`limits.cpu`), CPU in thousandths of a core, the rest in mebibytes. */
export type Amounts = ReadonlyMap<string, number>;

const sides = ['requests', 'limits'] as const;
const resources = ['cpu', 'memory', 'ephemeral-storage'] as const;

/** What one container asks for and may use; nothing where it states nothing. Each bound of a namespace asks for it. */
export const amountsOf = oncePerObject((container: JsonMap): Amounts => {
  const amounts = new Map<string, number>();
  for (const side of sides) {
    for (const resource of resources) {
      const amount = at(container, 'resources', side, resource);
      if (amount !== undefined) amounts.set(`${side}.${resource}`, numberOf(resource, String(amount)));
    }
  }
  return amounts;
});

/** Amounts added up. */
export function sumOf(all: readonly Amounts[]): Amounts {
  return merged(all, (a, b) => a + b);
}

/** The larger amount of each resource. */
export function largestOf(all: readonly Amounts[]): Amounts {
  return merged(all, Math.max);
}

/** Each amount several times. */
export function times(amounts: Amounts, factor: number): Amounts {
  return new Map([...amounts].map(([name, amount]) => [name, amount * factor]));
}

/** An amount as the API server writes it. */
export function amountText(name: string, amount: number): string {
  if (amount === 0) return '0';
  return name.endsWith('cpu') ? cpuText(amount) : memoryText(amount);
}

function merged(all: readonly Amounts[], combine: (a: number, b: number) => number): Amounts {
  const result = new Map<string, number>();
  for (const amounts of all) {
    for (const [name, amount] of amounts) result.set(name, combine(result.get(name) ?? 0, amount));
  }
  return result;
}

function numberOf(resource: (typeof resources)[number], text: string): number {
  return resource === 'cpu' ? millicores(text as Cpu) : mebibytes(text as Memory);
}
