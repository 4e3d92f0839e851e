import type { Manifest } from '../../../lib/model/manifest.ts';
import { until } from '../../conformance/processes/until.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import { rootFile } from '../internet/acme.ts';
import { addressOf, securedBy, visited } from './ingress.ts';
import type { Visit } from './ingress.ts';
import type { LiveCase } from './live-case.ts';

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
  const address = addressOf(ingress);
  const notes: string[] = [];
  for (const { hosts } of securedBy(ingress)) {
    for (const host of hosts) {
      const visit = (scheme: string): Promise<Visit> =>
        visited(cluster, { url: `${scheme}://${host}/`, address, ca: rootFile(folder) });
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
