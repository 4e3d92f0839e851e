import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { clusters } from '../../../argocd/clusters.ts';
import { site } from '../../../overlays/site.ts';
import { bootstrap } from '../argocd/bootstrap.ts';
import { serveCharts } from '../argocd/charts.ts';
import { Remote } from '../argocd/remote.ts';
import { World } from '../argocd/world.ts';
import { cases } from '../cases/index.ts';
import { startCluster } from '../kubernetes/control-plane.ts';
import type { Running } from '../kubernetes/control-plane.ts';
import { startEtcd } from '../kubernetes/etcd.ts';
import { outcome } from '../processes/execute.ts';
import { progress } from '../report/progress.ts';
import { ToolMissing } from '../toolbox/build.ts';
import { minors } from './api.ts';
import type { Part, Setting } from './setting.ts';

/** The committed `dist/` under a real Argo CD, on a cluster for each row of the table. */
export const argocd: Part = {
  families: ['etcd', 'kustomize', 'kwok', 'argocd', 'helm', ...minors.map(minor => `kubernetes-${minor}`)],
  run: async setting => {
    const book = setting.ledger.part('argocd');
    if ((await outcome('redis-server', ['--version'])).code !== 0) {
      throw new ToolMissing('redis-server: is not on the PATH, and Argo CD needs it; Debian has it in the package redis-server');
    }
    const { world, facts } = await prepare(setting);
    const arrived = await book.tries('from empty to all Synced and Healthy at the pushed commit', async () => {
      await world.allWell();
      const states = await world.states();
      return [...facts, `${states.length} Applications`, ...states.map(({ name, revision }) => `${name} at ${revision}`)];
    });
    if (setting.look || !arrived) return look(world);

    for (const { title, run } of cases) await book.tries(title, () => run(world));
  },
};

async function prepare(setting: Setting): Promise<{ world: World; facts: string[] }> {
  const { supervisor, dist } = setting;
  const folder = join(setting.folder, 'platform');
  mkdirSync(folder, { recursive: true });
  const etcd = await startEtcd(supervisor, folder);
  const running = await Promise.all(clusters.map(row => startCluster(row, row.kubernetes, { supervisor, folder, etcd })));
  const remote = new Remote(folder);
  await remote.init();
  const charts = await serveCharts(dist, folder, supervisor);
  const replacements = new Map([[site.repository, remote.url], ...charts, ...apiServers(running)]);
  const changed = remote.take(dist, replacements);
  await remote.push('dist/ as it is committed');

  const world = new World(remote, new Map(running.map(cluster => [cluster.row.name, cluster])), supervisor, replacements);
  const others = running.filter(cluster => cluster !== world.home);
  await bootstrap({ checkout: remote.checkout, home: world.home, others, supervisor, folder });
  return { world, facts: [`the copy differs from dist/ in ${changed} lines, each by an address`] };
}

/** The addresses under which Argo CD reaches the other clusters. */
function apiServers(running: readonly Running[]): [string, string][] {
  return running.flatMap(({ row, api }) => (row.apiServerUrl === undefined ? [] : [[row.apiServerUrl, api.url] as [string, string]]));
}

/** Says how a person looks at the platform. */
function look({ clusters: all, remote }: World): void {
  for (const [name, { kubeconfig }] of all) progress(`${name}: export KUBECONFIG=${kubeconfig}`);
  progress(`commits that are pushed to ${remote.url} are synced; its checkout is ${remote.checkout}`);
}
