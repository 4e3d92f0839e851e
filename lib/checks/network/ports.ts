import type { Json } from '../../yaml/json.ts';
import { at } from '../../yaml/json-path.ts';
import { NumberSet } from './number-set.ts';

// Ports of all protocols live in one set of numbers: each protocol has a stretch of 65536 of its own.
const protocols = ['TCP', 'UDP', 'SCTP'];
const stretch = 65536;
const [first, last] = [1, 65535];

/** Every port of every protocol. */
export const everyPort = NumberSet.union(protocols.map(protocol => portsOf(protocol, first, last)));

/** A port of a container that has a name. */
export interface NamedPort {
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
}

/** One port, or the ports up to `end`. */
export function portsOf(protocol: string, port: number, end = port): NumberSet {
  const index = protocols.indexOf(protocol);
  return index < 0 ? NumberSet.empty : NumberSet.of([[index * stretch + port, index * stretch + end]]);
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
  if (port === undefined) return portsOf(protocol, first, last);
  if (typeof port === 'number') return portsOf(protocol, port, Number(at(entry, 'endPort') ?? port));
  return NumberSet.union(
    named
      .filter(candidate => candidate.name === port && candidate.protocol === protocol)
      .map(({ number }) => portsOf(protocol, number)),
  );
}

/** Ports in words: `TCP 8080`, `every port`. */
export function portsText(ports: NumberSet): string {
  if (everyPort.minus(ports).isEmpty) return 'every port';
  return protocols
    .flatMap((protocol, index) => {
      const own = ports.and(portsOf(protocol, first, last)).ranges;
      if (own.length === 0) return [];
      const texts = own.map(([from, to]) => rangeText(from - index * stretch, to - index * stretch));
      return [`${protocol} ${texts.join(', ')}`];
    })
    .join(' and ');
}

function rangeText(from: number, to: number): string {
  if (from === first && to === last) return 'on every port';
  return from === to ? String(from) : `${from} to ${to}`;
}
