import type { Loose } from '../fresh.ts';
import type { EditableWorld } from '../small-world/small-world.ts';

/** A mistake of the network, and what is said about the pods that it concerns, by their component. */
export type Mistake = readonly [mistake: string, edit: (world: EditableWorld) => void, problems: readonly string[]];

/** The rules of ingress of a unit's policy. */
export function ingress(world: EditableWorld, unit: string): Loose {
  return world.object(unit, 'NetworkPolicy').spec.ingress;
}

/** The rules of egress for one port. */
export function egress(world: EditableWorld, unit: string, port: number): Loose {
  return world.object(unit, 'NetworkPolicy').spec.egress.filter((rule: Loose) => rule.ports[0].port === port);
}

/** A block of addresses in them. */
export function block(world: EditableWorld, unit: string, cidr: string): Loose {
  return ingress(world, unit)
    .flatMap((rule: Loose) => rule.from)
    .map((peer: Loose) => peer.ipBlock)
    .find((each: Loose) => each?.cidr === cidr);
}

/** Problems among others. */
export function including(problems: readonly string[]): readonly string[] {
  return expect.arrayContaining([...problems]) as readonly string[];
}
