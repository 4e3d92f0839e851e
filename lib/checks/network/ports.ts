import type { Json } from '../../synth/manifest.ts';
import { at } from '../json-path.ts';
import { NumberSet } from './number-set.ts';

// Ports of all protocols live in one set of numbers: each protocol has a stretch of 65536 of its own.
const protocols = ['TCP', 'UDP', 'SCTP'];
const stretch = 65536;

/** Every port of every protocol. */
export const everyPort = NumberSet.of([[0, protocols.length * stretch - 1]]);

/** A port of a container that has a name. */
export interface NamedPort {
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
}

/** One port, or the ports up to `last`. */
export function portsOf(protocol: string, first: number, last = first): NumberSet {
  const index = protocols.indexOf(protocol);
  return index < 0 ? NumberSet.empty : NumberSet.of([[index * stretch + first, index * stretch + last]]);
}

/**
 * The ports that an entry of a policy means. Without a protocol it is TCP, without a port every one, and a name means
 * whatever port the destination calls so.
 *
 * @param named the named ports of the pod that is connected to
 */
export function entryPorts(entry: Json, named: readonly NamedPort[]): NumberSet {
  const protocol = String(at(entry, 'protocol') ?? 'TCP');
  const port = at(entry, 'port');
  if (port === undefined) return portsOf(protocol, 0, stretch - 1);
  if (typeof port === 'number') return portsOf(protocol, port, Number(at(entry, 'endPort') ?? port));
  return NumberSet.union(named
    .filter(candidate => candidate.name === port && candidate.protocol === protocol)
    .map(({ number }) => portsOf(protocol, number)));
}

/** Ports in words: `TCP 8080`, `every port`. */
export function portsText(ports: NumberSet): string {
  if (everyPort.minus(ports).isEmpty) return 'every port';
  return protocols.flatMap((protocol, index) => {
    const own = ports.and(portsOf(protocol, 0, stretch - 1)).ranges;
    if (own.length === 0) return [];
    const texts = own.map(([first, last]) => rangeText(first - index * stretch, last - index * stretch));
    return [`${protocol} ${texts.join(', ')}`];
  }).join(' and ');
}

function rangeText(first: number, last: number): string {
  if (first === 0 && last === stretch - 1) return 'on every port';
  return first === last ? String(first) : `${first} to ${last}`;
}
