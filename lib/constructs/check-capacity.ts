import type { Construct } from 'constructs';
import { amountOf } from '../model/amounts.ts';
import { mostNodesOf } from '../model/cluster.ts';
import type { NodePool } from '../model/cluster.ts';
import { devicesOf } from '../model/pods/gpus.ts';
import { poolsFor, unplaceable } from '../model/pods/pools.ts';
import { bytesText, decimalText, largestAmount, unit } from '../model/quantity.ts';
import type { Amount } from '../model/quantity.ts';
import { shown } from '../model/input/shown.ts';
import { checkGpus } from './check-gpus.ts';
import { ComponentChart } from './component-chart.ts';
import type { PodProps } from './pod-props.ts';
import { othersIn, totalOf } from './pod-total.ts';
import { refuse } from './refuse.ts';
import { boundsOf } from './sizing.ts';
import type { Scaling } from './sizing.ts';

interface Resource {
  readonly field: string;
  readonly asks: Amount;
  readonly gives: (node: NodePool) => Amount;
  readonly text: (amount: Amount) => string;
}

/**
 * Refuses a pod that no node of its cluster may take or can hold, and more pods than all of those nodes together can,
 * were they empty and as many as they may become. The base has no nodes, so nothing is too large for it.
 */
export function checkCapacity(scope: Construct, props: PodProps, scaling: Scaling = {}): void {
  const { surroundings, component } = ComponentChart.of(scope);
  const { name, nodes } = surroundings.clusterOf(component);
  if (!checkGpus(scope, props, nodes, name)) return;
  const misplaced = unplaceable(props, nodes);
  if (misplaced) {
    const { field, must } = misplaced;
    refuse(scope, 'not-served-here', `'${field}' (${shown(props[field] ?? [])}) ${must}, on cluster '${name}'`);
  }
  const pools = poolsFor(props, nodes);
  if (pools.length === 0) return;
  const { field, most: pods } = boundsOf(scaling);
  const isAnywhere = pools.length === nodes.length;
  const places = isAnywhere ? `cluster '${name}'` : `the nodes of cluster '${name}' that may take it`;
  const whose = isAnywhere ? 'all of whose nodes' : 'which together';

  const resources = resourcesOf(props);
  const scarce = resources.filter(({ asks, gives }) => asks > largestAmount(pools.map(gives)));
  for (const { field, asks, gives, text } of scarce) {
    const must = `must fit ${isAnywhere ? 'a node of' : 'one of'} ${places}`;
    refuse(
      scope,
      'too-large',
      `${field} (${text(asks)}) ${must}, the largest has ${text(largestAmount(pools.map(gives)))}`,
    );
  }
  if (scarce.length > 0) return;

  const exceeded = resources.find(({ asks, gives }) => BigInt(pods) * asks > usableOf(pools, asks, gives));
  if (!exceeded) return;
  const { asks, gives, text } = exceeded;
  const [all, whole] = [BigInt(pods) * asks, wholeOf(pools, gives)];
  const product = `'${field}' (${pods}) times ${exceeded.field} (${text(asks)})`;
  const must =
    all > whole
      ? `is ${text(all)}, which must fit ${places}, ${whose} have ${text(whole)}`
      : `must fit ${places}, whose nodes hold only ${usableOf(pools, asks, gives) / asks} whole pods`;
  refuse(scope, 'too-large', `${product} ${must}`);
}

/** Whether one pod more than run otherwise can start before one of them leaves. In the base there is no saying. */
export function hasRoomForOneMore(scope: Construct, props: PodProps, pods: number): boolean {
  const { surroundings, component } = ComponentChart.of(scope);
  const pools = poolsFor(props, surroundings.clusterOf(component).nodes);
  return (
    pools.length === 0
    || resourcesOf(props).every(({ asks, gives }) => BigInt(pods + 1) * asks <= usableOf(pools, asks, gives))
  );
}

function resourcesOf(props: PodProps): Resource[] {
  const title = (field: string): string => (othersIn(props) > 0 ? `'${field}' of all containers` : `'${field}'`);
  return [
    { field: title('cpu'), asks: totalOf(props, 'cpu'), gives: ({ cpu }) => amountOf(cpu), text: decimalText },
    {
      field: title('memory'),
      asks: totalOf(props, 'memory'),
      gives: ({ memory }) => amountOf(memory),
      text: bytesText,
    },
    {
      field: title('scratch'),
      asks: totalOf(props, 'scratch'),
      gives: ({ ephemeralStorage }) => amountOf(ephemeralStorage),
      text: bytesText,
    },
    ...Object.entries(devicesOf(props.gpus)).map(([device, count]): Resource => ({
      field: "'gpus.count'",
      asks: BigInt(count) * unit,
      gives: ({ gpus }) => BigInt(devicesOf(gpus)[device] ?? 0) * unit,
      text: decimalText,
    })),
  ];
}

function wholeOf(pools: readonly NodePool[], gives: Resource['gives']): Amount {
  return pools.reduce((sum, pool) => sum + BigInt(mostNodesOf(pool)) * gives(pool), 0n);
}

/** What whole pods can take: what is left of a node is of no use to them. */
function usableOf(pools: readonly NodePool[], asks: Amount, gives: Resource['gives']): Amount {
  if (asks === 0n) return wholeOf(pools, gives);
  return pools.reduce((sum, pool) => sum + BigInt(mostNodesOf(pool)) * (gives(pool) - (gives(pool) % asks)), 0n);
}
