import { join } from 'node:path';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { unexplained, unused } from '../judges/exceptions.ts';
import { objectName } from '../judges/finding.ts';
import type { JudgeFinding } from '../judges/finding.ts';
import type { Api } from '../kubernetes/api.ts';
import { startAlone } from '../kubernetes/alone.ts';
import { appliedByHand } from '../kubernetes/by-hand.ts';
import { startCluster } from '../kubernetes/control-plane.ts';
import type { Running } from '../kubernetes/control-plane.ts';
import { define, definitionFiles } from '../kubernetes/definitions.ts';
import { startEtcd } from '../kubernetes/etcd.ts';
import { headroom } from '../kubernetes/headroom.ts';
import { mutations } from '../kubernetes/mutations.ts';
import { kindDifferences, ownKinds, stricter } from '../kubernetes/own-schemas.ts';
import { rollEverything } from '../kubernetes/rollouts.ts';
import { send } from '../kubernetes/sending.ts';
import { unsettled } from '../kubernetes/settled.ts';
import { takenBack } from '../kubernetes/taken-back.ts';
import { clusters } from '../platform/clusters.ts';
import { environments } from '../../../overlays/index.ts';
import { objectsOf } from '../platform/objects.ts';
import { until } from '../processes/until.ts';
import { demandNone } from '../report/ledger.ts';
import type { Book } from '../report/ledger.ts';
import { tryCharts } from './charts.ts';
import type { Part, Setting } from './setting.ts';

/** Minor versions of the clusters: what `dist/` must be valid on at least. */
export const minors: readonly string[] = [...new Set<string>(clusters.map(({ kubernetes }) => kubernetes))]
  .sort()
  .reverse();

/** Every object on real API servers of every minor version in the table, and its pods on real schedulers. */
export const api: Part = {
  families: ['etcd', 'kustomize', 'kwok', 'helm', ...minors.map(minor => `kubernetes-${minor}`)],
  run: async setting => {
    const book = setting.ledger.part('api');
    await book.tries('schemas of our own say what the operators have defined', comparedSchemas);
    const warnings: JudgeFinding[] = [];
    for (const minor of minors) {
      await setting.supervisor.stopAll();
      const etcd = await startEtcd(setting.supervisor, join(setting.folder, minor));
      const running = await Promise.all(
        clusters.map(row => startCluster(row, minor, { ...setting, etcd, endsSlowly: true })),
      );
      for (const cluster of running) warnings.push(...(await tryCluster(book, cluster, setting)));
    }
    await tryByHand(book, setting);
    await book.tries('every exception for a warning was needed', async () => {
      demandNone(unused('kube-apiserver', warnings), 'exceptions');
      return [`${warnings.length} warnings, all explained`];
    });
  },
};

/** The first environment without Argo CD, on each cluster in its own version. */
async function tryByHand(book: Book, setting: Setting): Promise<void> {
  const [environment] = environments;
  for (const row of clusters) {
    const cluster = await startAlone(row, row.kubernetes, `by-hand-${row.name}`, setting);
    await appliedByHand(book, cluster, setting.dist, environment!.name);
  }
}

/** Those of operators that publish no module are compared where somebody has put their definitions. */
async function comparedSchemas(): Promise<string[]> {
  const notes: string[] = [];
  const found: string[] = [];
  for (const kind of ownKinds) {
    const files = await definitionFiles(kind.group);
    if (files.length > 0) found.push(...kindDifferences(kind, files));
    notes.push(`${kind.group} ${kind.kind}: ${files.length > 0 ? 'compared' : 'not compared, nobody has defined it'}`);
  }
  demandNone(
    found.filter(difference => !stricter.includes(difference)),
    'differences',
  );
  return notes;
}

async function tryCluster(book: Book, cluster: Running, setting: Setting): Promise<readonly JudgeFinding[]> {
  const { api: server, name } = cluster;
  const objects = await objectsOf(setting.dist, cluster.row);
  let warnings: readonly JudgeFinding[] = [];
  await book.tries(`${name}: every object is accepted, and every warning explained`, async () => {
    await define(server, objects);
    const { accepted, refusals, warnings: said, notTried } = await send(server, objects);
    warnings = said;
    demandNone([...refusals, ...unexplained(said)], 'refusals and warnings');
    return [`${accepted} objects accepted`, ...notTried.map(title => `not tried, its kind is not defined: ${title}`)];
  });
  await tryCharts(book, cluster, setting);
  await book.tries(`${name}: every pod is scheduled, every workload available, every claim bound`, async () => {
    await until(`${name} has settled`, { missing: () => unsettled(server), seconds: 120, every: 1000 });
    return headroom(server);
  });
  for (const mutation of mutations) {
    await book.tries(`${name}: refused: ${mutation.title}`, async () => mutation.refused(server, objects));
  }
  await book.tries(`${name}: a second apply changes nothing`, () => appliedAgain(cluster, objects));
  if (cluster.minor !== cluster.row.kubernetes) return warnings; // pods that end slowly take their time
  await book.tries(`${name}: everything is rolled at full scale, and no quota refuses a pod`, () =>
    rollEverything(cluster, objects),
  );
  await book.tries(`${name}: StatefulSets that break get well once that is taken back`, () =>
    takenBack(server, objects),
  );
  return warnings;
}

/** What an API server or a controller wrote into an object must not count as a difference. */
async function appliedAgain({ api: server }: Running, objects: readonly Manifest[]): Promise<string[]> {
  const known: Manifest[] = [];
  for (const manifest of objects) if (await server.knows(manifest)) known.push(manifest);
  const changed: string[] = [];
  for (const manifest of known) {
    const before = await generation(server, manifest);
    await server.apply(manifest);
    if ((await generation(server, manifest)) !== before) changed.push(objectName(manifest));
  }
  demandNone(changed, 'objects of another generation');
  return [`${known.length} objects compared`];
}

async function generation(server: Api, manifest: Manifest): Promise<unknown> {
  return ((await server.get(await server.pathOf(manifest)))['metadata'] as JsonMap)['generation'];
}
