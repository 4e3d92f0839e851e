import { namespaceOf, titleOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { until } from '../../conformance/processes/until.ts';
import { unsettled } from '../../conformance/kubernetes/settled.ts';
import { tool } from '../../conformance/toolbox/build.ts';
import type { Archive } from '../images/index.ts';
import { socket } from '../node/runtime.ts';
import { bundled } from './bundled.ts';
import type { LiveCluster } from './live-cluster.ts';

/** Gives a cluster what its distribution bundles, and every node the images that pods may ask for. */
export async function furnish(
  cluster: LiveCluster,
  images: readonly Archive[],
  hosts: readonly string[],
): Promise<void> {
  await Promise.all(cluster.nodes.map(node => importImages(node, images)));
  const manifests = await bundled(cluster.place, hosts);
  for (const manifest of manifests) await applied(cluster, manifest);
  await until(`what ${cluster.name} bundles is there`, { seconds: 60, missing: () => lacking(cluster) });
}

async function importImages(node: LiveCluster['nodes'][number], images: readonly Archive[]): Promise<void> {
  const ctr = [tool('containerd', 'ctr'), '--namespace', 'k8s.io', '--address', socket, 'images', 'import'] as const;
  for (const { file } of images) await node.run(...ctr, file);
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
