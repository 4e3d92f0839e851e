import { join } from 'node:path';
import { listAt, textAt, textsAt } from '../../../lib/yaml/json-path.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { encoded, makeAuthority } from '../../conformance/kubernetes/authority.ts';
import { execute } from '../../conformance/processes/execute.ts';
import { until } from '../../conformance/processes/until.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import type { LiveCase } from './live-case.ts';

const visitor = join(import.meta.dirname, '..', 'internet', 'visit.mjs');

/** What an Ingress names is reached from outside through the controller: over TLS, with its certificate, and only so. */
export const wayIn: LiveCase = {
  title: 'every Ingress answers over TLS, and not without it',
  run: async ({ clusters, folder }) => {
    const notes: string[] = [];
    for (const cluster of clusters.filter(({ row }) => row.ingress)) {
      const ingresses = await cluster.api.list('/apis/networking.k8s.io/v1/ingresses');
      if (ingresses.length === 0) throw new Error(`${cluster.name}: has no Ingress, must have one`);
      for (const ingress of ingresses) notes.push(...(await tried(cluster, ingress, folder)));
    }
    return notes;
  },
};

async function tried(cluster: LiveCluster, ingress: Manifest, folder: string): Promise<string[]> {
  const [address] = listAt(ingress, 'status', 'loadBalancer', 'ingress').map(each => textAt(each, 'ip') ?? '');
  if (address === undefined) throw new Error(`${ingress.metadata.name}: its controller says no address, must say one`);
  const notes: string[] = [];
  for (const { hosts, secretName } of securedBy(ingress)) {
    const authority = await certified(cluster, ingress, { hosts, secretName }, folder);
    for (const host of hosts) {
      const visit = (scheme: string): Promise<Answer> =>
        visited(cluster, { url: `${scheme}://${host}/`, address, ca: authority });
      await until(`https://${host} answers with its certificate`, {
        seconds: 60,
        missing: async () => {
          const { status, error } = await visit('https');
          return status === 200 ? undefined : `it answers ${status} ${error ?? ''}`;
        },
      });
      const { status } = await visit('http');
      if (status !== 404 && Math.trunc(status / 100) !== 3) {
        throw new Error(`http://${host}: answers ${status}, must be unknown (404) or redirect`);
      }
      notes.push(`${host} at ${address}: https 200 with its certificate, http ${status}`);
    }
  }
  return notes;
}

interface Secured {
  readonly hosts: readonly string[];
  readonly secretName: string;
}

function securedBy(ingress: Manifest): Secured[] {
  const found = listAt(ingress, 'spec', 'tls') as unknown as readonly Secured[];
  if (found.length === 0) throw new Error(`${ingress.metadata.name}: has no tls, must have some`);
  return [...found];
}

/** What cert-manager would do: the Secret that the Ingress names. @returns path of the authority's certificate */
async function certified(
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

interface Answer {
  readonly status: number;
  readonly error?: string;
}

/** From where the cluster's nodes have their way to the internet. */
async function visited({ place }: LiveCluster, wanted: Readonly<Record<string, string>>): Promise<Answer> {
  const enter = ['netns', 'exec', place.around, process.execPath, visitor];
  return JSON.parse(await execute('ip', [...enter, JSON.stringify(wanted)])) as Answer;
}
