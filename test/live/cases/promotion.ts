import { readFileSync, writeFileSync } from 'node:fs';
import { amid } from '../../conformance/argocd/edits.ts';
import { NotTried } from '../../conformance/report/ledger.ts';
import { makerOf } from '../images/makers.ts';
import type { LivePlatform } from '../live-platform.ts';
import type { LiveCase } from './live-case.ts';
import { demandLogged, logRun } from './logged-run.ts';
import { baseFileOf } from './places-in-dist.ts';
import { TrackingClient } from './tracking-client.ts';
import { trackingServer } from './tracking-server.ts';

const database = '/mlflow/mlflow.db';
const imageLine = /^( *image: (\S+):)(\S+)$/gm;

/** A newer tracking server refuses a database that an older one has written, unless its schema is changed first. */
export const promotion: LiveCase = {
  title: 'an image is promoted whose program wants another schema: what the older one has kept is there',
  run: async platform => {
    const { url, ...server } = await trackingServer(platform);
    const file = platform.world.file(await baseFileOf({ ...server, name: 'mlflow' }));
    const committed = readFileSync(file, 'utf8');
    const [, name, tag] = [...committed.matchAll(imageLine)][0]!.slice(1);
    const tags = makerOf(`${name}:${tag}`).promoted;
    if (tags === undefined || !committed.includes(database))
      throw new NotTried('the tracking server has no database of its own, or nobody makes its image in two versions');

    // A database of its own: a newer program has written the one that is there.
    const [earlier, later] = tags;
    const of = (tag: string): string =>
      committed.replaceAll(imageLine, `$1${tag}`).replaceAll(database, '/mlflow/promoted.db');
    const client = new TrackingClient(url);
    await amid(
      platform.world,
      () => writeFileSync(file, of(earlier)),
      async () => {
        await platform.world.allWell();
        await client.answers();
        const run = await logRun(client);
        await promote(platform, () => writeFileSync(file, of(later)));
        await client.answers();
        await demandLogged(client, run);
        return [];
      },
    );
    return [`over ${url}: a run, a model and an artifact of ${earlier} were there after the promotion to ${later}`];
  },
};

async function promote({ world }: LivePlatform, change: () => void): Promise<void> {
  change();
  await world.remote.push('an image is promoted');
  await world.refreshAll();
  await world.allWell();
}
