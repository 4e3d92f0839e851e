import { readFileSync, writeFileSync } from 'node:fs';
import { amid } from '../../conformance/argocd/edits.ts';
import { fires } from './firing.ts';
import type { LiveCase } from './live-case.ts';
import { Load } from './load.ts';
import { modelAtWork } from './model-at-work.ts';
import { baseFileOf } from './places-in-dist.ts';

const alert = 'ModelPodNotRunning';

/** An image that does not exist is told, takes nothing away, and is gone with the revert. */
export const badImage: LiveCase = {
  title: 'an image that cannot be had raises an alert while the old pods go on; the revert heals',
  run: async platform => {
    const model = await modelAtWork(platform);
    const file = platform.world.file(await baseFileOf(model));
    const load = new Load(model.url, { askers: 1, pause: 200 });
    let fired = 0;
    await amid(
      platform.world,
      () => {
        writeFileSync(file, readFileSync(file, 'utf8').replace(/^( *image: \S+):\S+$/m, '$1:0.0.0-nobody-has-it'));
      },
      async () => {
        fired = await fires(platform, alert, { namespace: model.namespace }, 360);
        return [];
      },
    ).finally(() => load.end());
    const { count, failures } = await load.end();
    if (failures.length > 0) throw new Error(`predictions failed meanwhile: ${failures.join(', ')}`);
    return [
      `${alert} fired after ${fired} s; ${count} predictions meanwhile, all answered; well again after the revert`,
    ];
  },
};
