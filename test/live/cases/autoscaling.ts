import { until } from '../../conformance/processes/until.ts';
import { demandNone } from '../../conformance/report/ledger.ts';
import type { LiveCase } from './live-case.ts';
import { Load } from './load.ts';
import { modelAtWork, readyOf } from './model-at-work.ts';

/** Load makes pods, and the end of it takes them away: measured by kubelets, decided by the controller. */
export const autoscaling: LiveCase = {
  title: 'an autoscaler goes up under load and comes down after it',
  run: async platform => {
    const model = await modelAtWork(platform);
    const before = await readyOf(model);
    const load = new Load(model.url, { askers: 6 });
    const started = Date.now();
    try {
      await until(`${model.name} has ${model.most} pods`, {
        seconds: 180,
        every: 2000,
        missing: () => lacks(model.most),
      });
    } finally {
      const { failures } = await load.end();
      demandNone(failures, 'predictions that failed');
    }
    const up = Math.round((Date.now() - started) / 1000);
    // The controller waits for five minutes before it believes that the load is gone.
    await until(`${model.name} has ${model.least} pods`, {
      seconds: 420,
      every: 5000,
      missing: () => lacks(model.least),
    });
    await platform.world.allWell();
    return [
      `${model.name}: from ${before} to ${model.most} pods ${up} s after the load began, and then to ${model.least}`,
    ];

    async function lacks(count: number): Promise<string | undefined> {
      const ready = await readyOf(model);
      return ready === count ? undefined : `${ready} are ready`;
    }
  },
};
