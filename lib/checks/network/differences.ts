import { addressesText } from './addresses.ts';
import type { Allowance } from './allowance.ts';
import { NumberSet } from './number-set.ts';
import type { Direction } from './policy.ts';
import { portsText } from './ports.ts';

/** What the policies allow a pod that is not meant, and what is meant and they do not allow: a sentence each. */
export function differences(direction: Direction, actual: Allowance, meant: Allowance): string[] {
  const { more, less } = wordings[direction];
  return [...others(actual.minus(meant)).map(more), ...others(meant.minus(actual)).map(less)];
}

interface Other {
  readonly who: string;
  readonly ports: string;
}

const wordings: Readonly<Record<Direction, Readonly<Record<'more' | 'less', (other: Other) => string>>>> = {
  Ingress: {
    more: ({ who, ports }) => `may be called on ${ports} by ${who}, which no flow declares`,
    less: ({ who, ports }) => `may not be called on ${ports} by ${who}, which a flow declares`,
  },
  Egress: {
    more: ({ who, ports }) => `may call ${who} on ${ports}, which no flow declares`,
    less: ({ who, ports }) => `may not call ${who} on ${ports}, which a flow declares`,
  },
};

function others({ pods, addressRules }: Allowance): Other[] {
  const byAddresses = new Map<string, NumberSet[]>();
  for (const { addresses, ports } of addressRules) {
    const text = addressesText(addresses);
    byAddresses.set(text, [...byAddresses.get(text) ?? [], ports]);
  }
  return [
    ...[...pods].map(([{ title }, ports]) => ({ who: title, ports: portsText(ports) })),
    ...[...byAddresses].map(([who, ports]) => ({ who, ports: portsText(NumberSet.union(ports)) })),
  ];
}
