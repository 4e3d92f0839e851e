import { join } from 'node:path';
import { listAt, textAt, textsAt } from '../../../lib/yaml/json-path.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { encoded, makeAuthority } from '../../conformance/kubernetes/authority.ts';
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

/** What cert-manager would do: the Secret that the Ingress names. @returns path of the authority's certificate */
export async function certified(
  { api, name }: LiveCluster,
  { metadata }: Manifest,
  { hosts, secretName }: Secured,
  folder: string,
): Promise<string> {
  const { ca, server } = await makeAuthority(join(folder, name, `certificate-of-${hosts.join('-')}`), hosts);
  const namespace = textsAt(metadata)['namespace'] ?? '';
  const { status, body } = await api.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/tls',
    metadata: { name: secretName, namespace },
    data: { 'tls.crt': encoded(server.certificate), 'tls.key': encoded(server.key) },
  });
  if (status >= 300) throw new Error(`${secretName}: ${String(body['message'])}`);
  return ca;
}

/** What a visitor got. */
export interface Visit {
  /** 0 where nobody answered. */
  readonly status: number;
  readonly text?: string;
  readonly error?: string;
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
