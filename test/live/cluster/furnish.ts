import { namespaceOf, titleOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { until } from '../../conformance/processes/until.ts';
import { unsettled } from '../../conformance/kubernetes/settled.ts';
import { bundled } from './bundled.ts';
import type { LiveCluster } from './live-cluster.ts';

/** Gives a cluster what its distribution bundles. */
export async function furnish(cluster: LiveCluster, hosts: readonly string[]): Promise<void> {
  const manifests = await bundled(cluster.place, hosts);
  for (const manifest of manifests) await applied(cluster, manifest);
  await until(`what ${cluster.name} bundles is there`, { seconds: 60, missing: () => lacking(cluster) });
}

async function applied({ api }: LiveCluster, manifest: Manifest): Promise<void> {
  await until(`${titleOf(manifest)} in ${String(namespaceOf(manifest))} is accepted`, {
    seconds: 10,
    missing: async () => {
      const { status, body } = await api.apply(manifest);
      return status < 300 ? undefined : String(body['message']);
    },
  });
}

async function lacking({ api }: LiveCluster): Promise<string | undefined> {
  const { status } = await api.send('GET', '/apis/metrics.k8s.io/v1beta1/nodes');
  return (await unsettled(api)) ?? (status === 200 ? undefined : 'nothing measures pods yet');
}
