import { clusters } from '../../../argocd/clusters.ts';
import { namespaceOf } from '../../../lib/synth/manifest.ts';
import { startCluster } from '../kubernetes/control-plane.ts';
import type { Running } from '../kubernetes/control-plane.ts';
import { define } from '../kubernetes/definitions.ts';
import { startEtcd } from '../kubernetes/etcd.ts';
import { headroom } from '../kubernetes/headroom.ts';
import { mutations } from '../kubernetes/mutations.ts';
import { send } from '../kubernetes/sending.ts';
import { unsettled } from '../kubernetes/settled.ts';
import { objectsOf } from '../platform/objects.ts';
import { until } from '../processes/until.ts';
import { demandNone } from '../report/ledger.ts';
import type { Book } from '../report/ledger.ts';
import type { Part, Setting } from './setting.ts';

/** Minor versions of the clusters: what `dist/` must be valid on at least. */
export const minors: readonly string[] = [...new Set<string>(clusters.map(({ kubernetes }) => kubernetes))].sort().reverse();

/** Every object on real API servers of every minor version in the table, and its pods on real schedulers. */
export const api: Part = {
  families: ['etcd', 'kustomize', 'kwok', ...minors.map(minor => `kubernetes-${minor}`)],
  run: async setting => {
    const book = setting.ledger.part('api');
    const etcd = await startEtcd(setting.supervisor, setting.folder);
    for (const minor of minors) {
      const running = await Promise.all(clusters.map(row => startCluster(row, minor, { ...setting, etcd })));
      for (const cluster of running) await tryCluster(book, cluster, setting);
      await stop(setting, running);
    }
  },
};

async function tryCluster(book: Book, cluster: Running, { dist }: Setting): Promise<void> {
  const { api: server, name } = cluster;
  const objects = await objectsOf(dist, cluster.row);
  await book.tries(`${name}: every object is accepted, without a warning`, async () => {
    await define(server, objects);
    const { accepted, complaints, notTried } = await send(server, objects);
    demandNone(complaints, 'refusals and warnings');
    return [`${accepted} objects accepted`, ...notTried.map(title => `not tried, its kind is not defined: ${title}`)];
  });
  await book.tries(`${name}: every pod is scheduled, every workload available, every claim bound`, async () => {
    await until(`${name} has settled`, { missing: () => unsettled(server), seconds: 120, every: 1000 });
    return headroom(server);
  });
  for (const mutation of mutations) {
    await book.tries(`${name}: refused: ${mutation.title}`, async () => mutation.refused(server, objects));
  }
  const namespaces = new Set(objects.map(namespaceOf));
  await book.tries(`${name}: a second apply changes nothing`, () => appliedAgain(cluster, objects, namespaces.size));
}

/** What an API server or a controller wrote into an object must not count as a difference. */
async function appliedAgain({ api: server }: Running, objects: Parameters<typeof send>[1], namespaces: number) {
  const generation = async (manifest: (typeof objects)[number]): Promise<unknown> =>
    (await server.get(await server.pathOf(manifest)))['metadata'];
  const changed: string[] = [];
  let compared = 0;
  for (const manifest of objects) {
    if (!await server.knows(manifest)) continue;
    const before = await generation(manifest) as Record<string, unknown>;
    await server.apply(manifest);
    const after = await generation(manifest) as Record<string, unknown>;
    compared += 1;
    if (before['generation'] !== after['generation']) changed.push(`${manifest.kind} ${manifest.metadata.name}`);
  }
  demandNone(changed, 'objects of another generation');
  return [`${compared} objects in ${namespaces} namespaces compared`];
}

async function stop({ supervisor }: Setting, running: readonly Running[]): Promise<void> {
  for (const { name } of running) {
    for (const program of ['kwok', 'kube-scheduler', 'kube-controller-manager', 'kube-apiserver']) {
      await supervisor.stop(`${name}-${program}`);
    }
  }
}
