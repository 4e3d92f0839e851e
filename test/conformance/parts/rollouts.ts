import type { Cluster } from '../../../lib/model/cluster.ts';
import { startAlone } from '../kubernetes/alone.ts';
import { define } from '../kubernetes/definitions.ts';
import { rollOneByOne } from '../kubernetes/rollouts.ts';
import { send } from '../kubernetes/sending.ts';
import { clusters } from '../platform/clusters.ts';
import { objectsOf } from '../platform/objects.ts';
import { demandNone } from '../report/ledger.ts';
import type { Book } from '../report/ledger.ts';
import { tryRollouts } from '../rollouts/replays.ts';
import { minors } from './api.ts';
import { RolloutWorld } from '../rollouts/rollout-world.ts';
import type { Part, Setting } from './setting.ts';

/**
 * Rollouts that stand still, replayed on real controllers and real schedulers of every minor version in the table, and those
 * of `dist/`, which all end.
 */
export const rollouts: Part = {
  families: ['etcd', 'kustomize', 'kwok', ...minors.map(minor => `kubernetes-${minor}`)],
  run: async setting => {
    const book = setting.ledger.part('rollouts');
    const world = new RolloutWorld();
    for (const minor of minors) {
      await tryRollouts(book, await startAlone(world.cluster, minor, `rollouts-${minor}`, setting), world);
    }
    for (const row of clusters) await tryCommitted(book, row, setting);
  },
};

async function tryCommitted(book: Book, row: Cluster, setting: Setting): Promise<void> {
  const cluster = await startAlone(row, row.kubernetes, `rollouts-${row.name}`, setting);
  const objects = await objectsOf(setting.dist, row);
  await book.tries(`${cluster.name}: with every autoscaler at its most, each rollout of dist/ ends`, async () => {
    await define(cluster.api, objects);
    const { refusals } = await send(cluster.api, objects);
    demandNone(refusals, 'refusals');
    return rollOneByOne(cluster, objects);
  });
}
