import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { deliver } from '../argocd/deliver.ts';
import type { World } from '../argocd/running-platform.ts';
import { tiers } from '../cases/index.ts';
import { tryCases } from '../cases/tiers.ts';
import { startCluster } from '../kubernetes/control-plane.ts';
import type { Running } from '../kubernetes/control-plane.ts';
import { startEtcd } from '../kubernetes/etcd.ts';
import { clusters } from '../platform/clusters.ts';
import { applications } from '../platform/delivered.ts';
import { progress } from '../report/progress.ts';
import { installRedis } from '../toolbox/redis.ts';
import { minors } from './api.ts';
import type { Part, Setting } from './setting.ts';

/** The committed `dist/` under a real Argo CD, on a cluster for each row of the table. */
export const argocd: Part = {
  families: ['etcd', 'kustomize', 'kwok', 'argocd', 'helm', ...minors.map(minor => `kubernetes-${minor}`)],
  installs: [installRedis],
  run: async setting => {
    const book = setting.ledger.part('argocd');
    const charts = applications(setting.dist)
      .filter(({ chart }) => chart !== undefined)
      .map(({ name }) => name);
    book.skips(`the objects in the charts of ${charts.join(', ')}`, 'stand-ins bring only the kinds of these charts');
    const { world, facts } = await prepare(setting);
    const arrived = await book.tries('from empty to all Synced and Healthy at the pushed commit', async () => {
      await world.allWell();
      const states = await world.states();
      const revisions = states.map(({ name, revision }) => `${name} at ${revision}`);
      return [...facts, `${states.length} Applications`, ...revisions];
    });
    if (setting.look) {
      progress(`what is pushed to ${world.remote.url} is synced; its checkout is ${world.remote.checkout}`);
    }
    if (setting.look || !arrived) return;

    await tryCases(book, tiers, setting, world, () => world.allWell(20));
  },
};

async function prepare(setting: Setting): Promise<{ world: World; facts: string[] }> {
  const { supervisor, dist } = setting;
  await supervisor.stopAll();
  const folder = join(setting.folder, 'platform');
  mkdirSync(folder, { recursive: true });
  const etcd = await startEtcd(supervisor, folder);
  const running = await Promise.all(
    clusters.map(row => startCluster(row, row.kubernetes, { supervisor, folder, etcd })),
  );
  return deliver(running, { dist, folder, supervisor, addresses: new Map(apiServers(running)), real: [] });
}

/** The addresses under which Argo CD reaches the other clusters. */
function apiServers(running: readonly Running[]): [string, string][] {
  return running.flatMap(({ row, api }) =>
    row.apiServerUrl === undefined ? [] : [[row.apiServerUrl, api.url] as [string, string]],
  );
}
