import { namespaceOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { at, listAt, mapAt, textAt } from '../../yaml/json-path.ts';
import { addressBlocks, everyAddress } from './addresses.ts';
import { NumberSet } from './number-set.ts';
import type { Pod } from './pod.ts';
import type { PodIndex } from './pod-index.ts';
import { entryPorts, everyPort } from './ports.ts';

/** Which way a connection is started, seen from the pod that a policy selects. */
export type Direction = 'Ingress' | 'Egress';

/** One rule of a policy: who may connect, or be connected to, and on which ports. */
export interface PolicyRule {
  readonly pods: readonly Pod[];
  readonly addresses: NumberSet;

  /** @param destination the pod that is connected to; undefined for an address, which names no ports */
  portsOn(destination: Pod | undefined): NumberSet;
}

/** A NetworkPolicy whose selectors have been looked up. */
export class Policy {
  /** The directions in which the pods that it selects may do only what some policy allows. */
  readonly directions: ReadonlySet<Direction>;

  private readonly rules: Readonly<Record<Direction, readonly PolicyRule[]>>;

  constructor(manifest: Manifest, index: PodIndex) {
    this.directions = directionsOf(manifest);
    this.rules = {
      Ingress: this.directions.has('Ingress') ? rulesOf(manifest, 'ingress', 'from', index) : [],
      Egress: this.directions.has('Egress') ? rulesOf(manifest, 'egress', 'to', index) : [],
    };
  }

  /** What it allows the pods that it selects. */
  rulesFor(direction: Direction): readonly PolicyRule[] {
    return this.rules[direction];
  }
}

/** A policy that does not say its types is always about ingress, and about egress if it has a section on it. */
function directionsOf(manifest: Manifest): ReadonlySet<Direction> {
  const types = at(manifest, 'spec', 'policyTypes');
  if (Array.isArray(types) && types.length > 0) return new Set(types as Direction[]);
  return new Set(listAt(manifest, 'spec', 'egress').length > 0 ? ['Ingress', 'Egress'] : ['Ingress']);
}

function rulesOf(manifest: Manifest, section: string, side: string, index: PodIndex): PolicyRule[] {
  const namespace = namespaceOf(manifest) ?? '';
  return listAt(manifest, 'spec', section).map(rule => {
    const peers = listAt(rule, side);
    const ports = listAt(rule, 'ports');
    return {
      // A rule that names nobody means everybody, and one that names no port means every port.
      pods: peers.length === 0 ? index.all : unique(peers.flatMap(peer => index.podsOfPeer(peer, namespace))),
      addresses: peers.length === 0 ? everyAddress : NumberSet.union(peers.map(addressesOfPeer)),
      portsOn: destination =>
        ports.length === 0
          ? everyPort
          : NumberSet.union(ports.map(entry => entryPorts(entry, destination?.ports ?? []))),
    };
  });
}

/** Blocks mean what is outside the cluster: whether they catch pods too differs between clusters. */
function addressesOfPeer(peer: Json): NumberSet {
  const block = mapAt(peer, 'ipBlock');
  const cidr = textAt(block, 'cidr');
  if (cidr === undefined) return NumberSet.empty;
  return addressBlocks([cidr]).minus(addressBlocks(listAt(block, 'except').map(String)));
}

function unique(pods: readonly Pod[]): readonly Pod[] {
  return pods.length < 2 ? pods : [...new Set(pods)];
}
