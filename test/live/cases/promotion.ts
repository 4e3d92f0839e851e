import { readFileSync, writeFileSync } from 'node:fs';
import { amid } from '../../conformance/argocd/edits.ts';
import { NotTried } from '../../conformance/report/ledger.ts';
import { earlierTags } from '../images/makers.ts';
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
    const { url } = await trackingServer(platform);
    const file = platform.world.file(baseFileOf('mlflow'));
    const committed = readFileSync(file, 'utf8');
    const [, , image, tag] = [...committed.matchAll(imageLine)][0]!;
    const earlier = earlierTags[image!];
    if (earlier === undefined || !committed.includes(database))
      throw new NotTried('the tracking server has no database of its own, or there is no image of an earlier one');

    // A database of its own: the newer program has written the one that is there.
    const ofEarlier = committed.replaceAll(imageLine, `$1${earlier}`).replaceAll(database, '/mlflow/promoted.db');
    const client = new TrackingClient(url);
    await amid(
      platform.world,
      () => writeFileSync(file, ofEarlier),
      async () => {
        await platform.world.allWell();
        await client.answers();
        const run = await logRun(client);
        await promote(platform, () => writeFileSync(file, ofEarlier.replaceAll(imageLine, `$1${tag}`)));
        await client.answers();
        await demandLogged(client, run);
        return [];
      },
    );
    return [`over ${url}: a run, a model and an artifact of ${earlier} were there after the promotion to ${tag}`];
  },
};

async function promote({ world }: LivePlatform, change: () => void): Promise<void> {
  change();
  await world.remote.push('an image is promoted');
  await world.refreshAll();
  await world.allWell();
}
