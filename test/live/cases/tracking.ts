import { setTimeout as sleep } from 'node:timers/promises';
import type { LiveCase } from './live-case.ts';
import { demandLogged, logRun } from './logged-run.ts';
import { TrackingClient } from './tracking-client.ts';
import { trackingServer } from './tracking-server.ts';

/** What a client logs is still there after the pod of the tracking server is gone. */
export const tracking: LiveCase = {
  title: 'MLflow keeps a run, a model and an artifact when its pod is deleted',
  run: async platform => {
    const { cluster, namespace, url } = await trackingServer(platform);
    const client = new TrackingClient(url);
    await client.answers();
    const run = await logRun(client);

    for (const pod of await cluster.api.list(`/api/v1/namespaces/${namespace}/pods`)) {
      await cluster.api.send('DELETE', `/api/v1/namespaces/${namespace}/pods/${pod.metadata.name}`);
    }
    await sleep(2000);
    const started = Date.now();
    await client.answers();
    const back = Math.round((Date.now() - started) / 1000);
    await demandLogged(client, run);
    await platform.world.allWell();
    return [
      `over ${url}: a run with a metric, a registered model and an artifact were there ${back} s after the pod was deleted`,
    ];
  },
};
