import { site } from '../../../overlays/site.ts';
import type { Running } from '../kubernetes/control-plane.ts';
import type { Controller } from '../kubernetes/controllers.ts';
import type { Supervisor } from '../processes/supervisor.ts';
import { bootstrap } from './bootstrap.ts';
import { serveCharts } from './charts.ts';
import type { Replacements } from './copy.ts';
import { Remote } from './remote.ts';
import { World } from './running-platform.ts';
import { startExternalSecrets, startSecretManager } from './secrets.ts';

/** What is delivered, and how. */
export interface Delivery {
  /** The committed output. */
  readonly dist: string;

  /** Folder for the repository, and for what the person who follows the documentation has. */
  readonly folder: string;
  readonly supervisor: Supervisor;

  /** Addresses of API servers that must be others here. */
  readonly addresses: Replacements;

  /** Controllers that run: External Secrets is started here, each other one by whoever made the clusters. */
  readonly real: readonly Controller[];
}

/** Takes the committed output to running clusters, by Argo CD and the way that is documented. */
export async function deliver(
  running: readonly Running[],
  { dist, folder, supervisor, addresses, real }: Delivery,
): Promise<{ world: World; facts: string[] }> {
  const remote = new Remote(folder);
  await remote.init();
  const charts = await serveCharts(dist, folder, supervisor);
  const hasOperator = real.includes('secrets');
  const stores = hasOperator ? await startSecretManager(dist, folder, supervisor) : [];
  const replacements = new Map([[site.repository, remote.url], ...charts, ...stores, ...addresses]);
  const changed = remote.take(dist, replacements);
  await remote.push('dist/ as it is committed');

  const home = running.find(({ row }) => row.argocdName === 'in-cluster')!;
  const others = running.filter(cluster => cluster !== home);
  const place = { remote, home, others, supervisor, folder, replacements, real };
  const world = new World(place, await bootstrap(place));
  const beside = hasOperator ? await startExternalSecrets(dist, running, supervisor) : [];
  const facts = [
    `the copy differs from dist/ in ${changed} lines, each by an address or a provider of secrets`,
    ...beside.map(name => `External Secrets runs beside ${name}, and asks a played Secret Manager`),
  ];
  return { world, facts };
}
