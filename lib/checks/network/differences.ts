import { addressesText } from './addresses.ts';
import type { Allowance } from './allowance.ts';
import { NumberSet } from './number-set.ts';
import type { Direction } from './policy.ts';
import { portsText } from './ports.ts';

/** What the policies allow a pod that is not meant, and what is meant and they do not allow: a sentence each. */
export function differences(direction: Direction, actual: Allowance, meant: Allowance): string[] {
  const { more, less } = wordings[direction];
  return [...partiesOf(actual.minus(meant)).map(more), ...partiesOf(meant.minus(actual)).map(less)];
}

/** Somebody that a pod may connect to or be connected by, in words. */
export interface Party {
  readonly who: string;
  readonly ports: string;
}

const wordings: Readonly<Record<Direction, Readonly<Record<'more' | 'less', (party: Party) => string>>>> = {
  Ingress: {
    more: ({ who, ports }) => `may be called on ${ports} by ${who}, which no flow declares`,
    less: ({ who, ports }) => `may not be called on ${ports} by ${who}, which a flow declares`,
  },
  Egress: {
    more: ({ who, ports }) => `may call ${who} on ${ports}, which no flow declares`,
    less: ({ who, ports }) => `may not call ${who} on ${ports}, which a flow declares`,
  },
};

/** Everybody that an allowance is about, with the ports, in words. */
export function partiesOf({ pods, addressRules }: Allowance): Party[] {
  const byAddresses = new Map<string, NumberSet[]>();
  for (const { addresses, ports } of addressRules) {
    const text = addressesText(addresses);
    byAddresses.set(text, [...(byAddresses.get(text) ?? []), ports]);
  }
  return [
    ...[...pods].map(([{ title }, ports]) => ({ who: title, ports: portsText(ports) })),
    ...[...byAddresses].map(([who, ports]) => ({ who, ports: portsText(NumberSet.union(ports)) })),
  ];
}
