import type { Construct } from 'constructs';
import { amountOf } from '../model/amounts.ts';
import type { NodePool } from '../model/cluster.ts';
import { bytesText, decimalText, largestAmount } from '../model/quantity.ts';
import type { Amount } from '../model/quantity.ts';
import { ComponentChart } from './component-chart.ts';
import { refuse } from './refuse.ts';
import type { FullSizing, Scaling } from './sizing.ts';

interface Resource {
  readonly field: 'cpu' | 'memory' | 'scratch';
  readonly asks: (sizing: FullSizing) => Amount;
  readonly gives: (node: NodePool) => Amount;
  readonly text: (amount: Amount) => string;
}

const resources: readonly Resource[] = [
  { field: 'cpu', asks: ({ cpu }) => amountOf(cpu), gives: ({ cpu }) => amountOf(cpu), text: decimalText },
  {
    field: 'memory',
    asks: ({ memory }) => amountOf(memory),
    gives: ({ memory }) => amountOf(memory),
    text: bytesText,
  },
  {
    field: 'scratch',
    asks: ({ scratch }) => amountOf(scratch),
    gives: ({ ephemeralStorage }) => amountOf(ephemeralStorage),
    text: bytesText,
  },
];

/**
 * Refuses a pod that no node of its cluster can hold, and more pods than all of its nodes together can, were they empty.
 * The base has no nodes, so nothing is too large for it.
 */
export function checkCapacity(
  scope: Construct,
  sizing: FullSizing,
  { replicas = 1, autoscaling, keda }: Scaling = {},
): void {
  const { surroundings, component } = ComponentChart.of(scope);
  const { name, nodes } = surroundings.clusterOf(component);
  if (nodes.length === 0) return;
  const [field, pods] = keda
    ? (['keda.max', keda.max] as const)
    : autoscaling
      ? (['autoscaling.max', autoscaling.max] as const)
      : (['replicas', replicas] as const);

  const scarce = resources.filter(({ asks, gives }) => asks(sizing) > largestAmount(nodes.map(gives)));
  for (const { field, asks, gives, text } of scarce) {
    const must = `must fit a node of cluster '${name}', the largest has ${text(largestAmount(nodes.map(gives)))}`;
    refuse(scope, 'too-large', `'${field}' (${text(asks(sizing))}) ${must}`);
  }
  if (scarce.length > 0) return;

  const wholeOf = ({ gives }: Resource): Amount =>
    nodes.reduce((sum, node) => sum + BigInt(node.count) * gives(node), 0n);
  const exceeded = resources.find(resource => BigInt(pods) * resource.asks(sizing) > wholeOf(resource));
  if (!exceeded) return;
  const { asks, text } = exceeded;
  const product = `'${field}' (${pods}) times '${exceeded.field}' (${text(asks(sizing))}) is ${text(BigInt(pods) * asks(sizing))}`;
  const must = `must fit cluster '${name}', all of whose nodes have ${text(wholeOf(exceeded))}`;
  refuse(scope, 'too-large', `${product}, which ${must}`);
}
