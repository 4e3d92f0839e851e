import { amountIn, largestAmount } from '../model/quantity.ts';
import type { Amount } from '../model/quantity.ts';
import type { PodProps } from './pod-props.ts';
import type { FullSizing } from './sizing.ts';
import { startsFirst } from './starts-first.ts';

/** The part of a pod's props that says how large it is. */
export type Sized = Pick<PodProps, 'sizing' | 'sidecars' | 'initContainers' | 'probes'>;

/** Containers of a pod besides the service's own. */
export function othersIn({ sidecars, initContainers }: Sized): number {
  return Object.keys({ ...sidecars, ...initContainers }).length;
}

/**
 * What a pod asks its node for. Its sidecars count all the time, also while an init container runs: they may have
 * started before.
 */
export function totalOf(pod: Sized, field: keyof FullSizing): Amount {
  const { sizing, sidecars = {}, initContainers = {} } = pod;
  const of = (each: FullSizing): Amount => amountIn(String(each[field])) ?? 0n;
  const lasting = Object.values(sidecars)
    .filter(each => startsFirst(each, pod))
    .map(each => of(each.sizing));
  const beside = Object.values(sidecars)
    .filter(each => !startsFirst(each, pod))
    .map(each => of(each.sizing));
  const before = Object.values(initContainers).map(each => of(each.sizing));
  return sum(lasting) + largestAmount([sum([of(sizing), ...beside]), ...before]);
}

function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((one, other) => one + other, 0n);
}
