import { join } from 'node:path';
import { startCluster } from '../kubernetes/control-plane.ts';
import { startEtcd } from '../kubernetes/etcd.ts';
import { tryRollouts } from '../rollouts/replays.ts';
import { minors } from './api.ts';
import { RolloutWorld } from '../rollouts/rollout-world.ts';
import type { Part } from './setting.ts';

/** Rollouts that stand still, replayed on real controllers and real schedulers of every minor version in the table. */
export const rollouts: Part = {
  families: ['etcd', 'kwok', ...minors.map(minor => `kubernetes-${minor}`)],
  run: async setting => {
    const book = setting.ledger.part('rollouts');
    const world = new RolloutWorld();
    for (const minor of minors) {
      await setting.supervisor.stopAll();
      const folder = join(setting.folder, 'rollouts', minor);
      const etcd = await startEtcd(setting.supervisor, folder);
      await tryRollouts(book, await startCluster(world.cluster, minor, { ...setting, folder, etcd }), world);
    }
  },
};
