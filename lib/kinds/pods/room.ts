import type { NodePool } from '../../model/cluster.ts';
import { amountIn } from '../../model/quantity.ts';
import type { JsonMap } from '../../yaml/json.ts';
import { amountsOfPod } from './amounts.ts';

/** What an empty node of a pool has too little of for a pod; undefined where it can hold it. */
export function lackingIn({ cpu, memory, ephemeralStorage, gpus }: NodePool, pod: JsonMap): string | undefined {
  const has = new Map<string, string | number>(
    Object.entries({ cpu, memory, 'ephemeral-storage': ephemeralStorage, ...gpus }),
  );
  const side = 'requests.';
  return [...amountsOfPod(pod)]
    .filter(([name]) => name.startsWith(side))
    .map(([name, amount]) => ({ resource: name.slice(side.length), amount }))
    .find(({ resource, amount }) => amount > (amountIn(String(has.get(resource) ?? 0)) ?? 0n))?.resource;
}
