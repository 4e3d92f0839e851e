import type { NodePool } from '../../model/cluster.ts';
import { devicesOf } from '../../model/pods/gpus.ts';
import { oncePerObject } from '../../model/once-per-object.ts';
import { amountIn } from '../../model/quantity.ts';
import type { JsonMap } from '../../yaml/json.ts';
import { amountsOf, amountsOfPod, exceeding } from './amounts.ts';
import type { Amounts } from './amounts.ts';

const side = 'requests.';

/** What claims that stay on a node take of its disk, beside what pods write there; no pod's spec says it. */
export const volumeDisk = `${side}volume disk`;

/** What an empty node of a pool has too little of for a pod; undefined where it can hold it. */
export function lackingIn(pool: NodePool, pod: JsonMap): string | undefined {
  return lackingOf(requestsOf(pod), offeredBy(pool));
}

/** What there is too little of for what a pod asks; undefined where there is enough of all. */
export function lackingOf(asked: Amounts, there: Amounts): string | undefined {
  return exceeding(asked, there)?.slice(side.length);
}

/** What a pod asks its node for. */
export function requestsOf(pod: JsonMap): Amounts {
  return new Map([...amountsOfPod(pod)].filter(([name]) => name.startsWith(side)));
}

/** What an empty node of a pool offers, by the names of what pods ask for. */
export const offeredBy = oncePerObject((pool: NodePool): Amounts => {
  const { cpu, memory, ephemeralStorage, volumeDisk: disk = ephemeralStorage, gpus } = pool;
  const requests = { cpu, memory, 'ephemeral-storage': ephemeralStorage, ...devicesOf(gpus) };
  return new Map([...amountsOf({ resources: { requests } }), [volumeDisk, amountIn(disk) ?? 0n]]);
});
