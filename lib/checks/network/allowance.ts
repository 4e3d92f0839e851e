import type { ClusterNetwork } from './cluster-network.ts';
import { NumberSet } from './number-set.ts';
import type { Pod } from './pod.ts';
import type { Direction } from './policy.ts';

/** Addresses outside the cluster, and the ports on which they are connected. */
export interface AddressRule {
  readonly addresses: NumberSet;
  readonly ports: NumberSet;
}

/** Whom one pod may connect to, or be connected by. Other pods are told apart; everything else is addresses. */
export class Allowance {
  readonly pods = new Map<Pod, NumberSet>();
  readonly addressRules: AddressRule[] = [];

  allowPod(pod: Pod, ports: NumberSet): void {
    const known = this.pods.get(pod);
    this.pods.set(pod, known ? NumberSet.union([known, ports]) : ports);
  }

  allowAddresses(addresses: NumberSet, ports: NumberSet): void {
    if (!addresses.isEmpty && !ports.isEmpty) this.addressRules.push({ addresses, ports });
  }

  /** What this allows and another does not. */
  minus(other: Allowance): Allowance {
    const left = new Allowance();
    for (const [pod, ports] of this.pods) {
      const more = ports.minus(other.pods.get(pod) ?? NumberSet.empty);
      if (!more.isEmpty) left.pods.set(pod, more);
    }
    for (const ports of stretches([...this.addressRules, ...other.addressRules])) {
      left.allowAddresses(this.addressesOn(ports).minus(other.addressesOn(ports)), ports);
    }
    return left;
  }

  get isEmpty(): boolean {
    return this.pods.size === 0 && this.addressRules.length === 0;
  }

  /** @param ports ports that every rule treats alike */
  private addressesOn(ports: NumberSet): NumberSet {
    const [first] = ports.ranges[0]!;
    return NumberSet.union(this.addressRules.filter(rule => rule.ports.has(first)).map(({ addresses }) => addresses));
  }
}

/**
 * What the policies of a cluster allow one pod in one direction: the union of what each policy that selects it allows.
 *
 * @returns undefined where no policy is about the pod in that direction, which allows everything
 */
export function allowanceOf(pod: Pod, direction: Direction, network: ClusterNetwork): Allowance | undefined {
  const policies = network.policiesOf(pod).filter(({ directions }) => directions.has(direction));
  if (policies.length === 0) return undefined;
  const allowance = new Allowance();
  for (const rule of policies.flatMap(policy => policy.rulesFor(direction))) {
    // A port belongs to the pod that is connected to: this one for ingress, the other one for egress.
    const outside = direction === 'Ingress' ? pod : undefined;
    for (const other of rule.pods) allowance.allowPod(other, rule.portsOn(outside ?? other));
    allowance.allowAddresses(rule.addresses, rule.portsOn(outside));
  }
  return allowance;
}

/** Ports cut wherever a rule begins or ends, so that each rule holds all of a stretch or none of it. */
function stretches(rules: readonly AddressRule[]): NumberSet[] {
  const cuts = new Set(rules.flatMap(({ ports }) => ports.ranges.flatMap(([first, last]) => [first, last + 1])));
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => NumberSet.of([[sorted[index]!, end - 1]]));
}
