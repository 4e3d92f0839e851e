import { join } from 'node:path';
import { listAt, textAt } from '../../../lib/yaml/json-path.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { execute } from '../../conformance/processes/execute.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';

const visitor = join(import.meta.dirname, '..', 'internet', 'visit.mjs');

/** Hosts that an Ingress serves with one certificate. */
export interface Secured {
  readonly hosts: readonly string[];
  readonly secretName: string;
}

/** All of them. @throws Error where there is none */
export function securedBy(ingress: Manifest): Secured[] {
  const found = listAt(ingress, 'spec', 'tls') as unknown as readonly Secured[];
  if (found.length === 0) throw new Error(`${ingress.metadata.name}: has no tls, must have some`);
  return [...found];
}

/** What a visitor got. */
export interface Visit {
  /** 0 where nobody answered. */
  readonly status: number;
  readonly text?: string;
  readonly error?: string;

  /** Serial number of the certificate that it was shown; none without TLS. */
  readonly serial?: string;
}

/** Address that its controller says of an Ingress. */
export function addressOf(ingress: Manifest): string {
  const [address] = listAt(ingress, 'status', 'loadBalancer', 'ingress').map(each => textAt(each, 'ip') ?? '');
  if (address === undefined) throw new Error(`${ingress.metadata.name}: its controller says no address, must say one`);
  return address;
}

/** Asks `url` at `address` from where the nodes have their way to the internet, trusting `ca`; with `body` it is a POST. */
export async function visited({ place }: LiveCluster, wanted: Readonly<Record<string, string>>): Promise<Visit> {
  const enter = ['netns', 'exec', place.around, process.execPath, visitor];
  return JSON.parse(await execute('ip', [...enter, JSON.stringify(wanted)])) as Visit;
}
