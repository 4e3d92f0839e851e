import type { World } from '../world.ts';
import { addressBlocks } from './addresses.ts';
import { Allowance } from './allowance.ts';
import { challengePort } from './challenges.ts';
import { clusterViews } from './cluster-view.ts';
import type { ClusterView } from './cluster-view.ts';
import { edgesOf } from './flow-edges.ts';
import { NumberSet } from './number-set.ts';
import type { Pod } from './pod.ts';
import type { Direction } from './policy.ts';
import { portsOf } from './ports.ts';
import { environmentFlows } from './environment-flows.ts';

/** Whom each pod is meant to connect to, and to be connected by. */
export type Intent = ReadonlyMap<Pod, Readonly<Record<Direction, Allowance>>>;

/**
 * What the declared flows mean for every pod. Besides its flows each may ask for names, and those that answer for
 * certificates may be asked by the ingress controller.
 */
export function intentOf(world: World): Intent {
  const views = world.once(clusterViews);
  const intent = new Map(
    [...views.values()].flatMap(view =>
      [...view.judged.values()]
        .flat()
        .map(pod => [pod, { Ingress: answeringChallenges(pod, view), Egress: askingForNames(view) }] as const),
    ),
  );
  for (const here of world.once(environmentFlows).values()) {
    for (const { pod, direction, other, ports } of here.flows.flatMap(flow => edgesOf(flow, here))) {
      const allowance = intent.get(pod)![direction];
      if (other instanceof NumberSet) allowance.allowAddresses(other, ports);
      else allowance.allowPod(other, ports);
    }
  }
  return intent;
}

function answeringChallenges(pod: Pod, { challenges, ingress }: ClusterView): Allowance {
  const allowance = new Allowance();
  if (ingress && challenges.has(pod)) allowance.allowPod(ingress, portsOf('TCP', challengePort));
  return allowance;
}

function askingForNames({ dns, cluster }: ClusterView): Allowance {
  const ports = NumberSet.union([portsOf('TCP', 53), portsOf('UDP', 53)]);
  const allowance = new Allowance();
  allowance.allowPod(dns, ports);
  allowance.allowAddresses(addressBlocks(cluster.dns.addresses ?? []), ports);
  return allowance;
}
