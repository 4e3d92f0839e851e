import { until } from '../../conformance/processes/until.ts';
import type { LiveCase } from './live-case.ts';
import { fault, modelAtWork, readyOf, restartsOf } from './model-at-work.ts';

/** A program that hangs is ended and started again, without a hand. */
export const liveness: LiveCase = {
  title: 'a program that hangs is started again',
  run: async platform => {
    const model = await modelAtWork(platform);
    const before = await restartsOf(model);
    const started = Date.now();
    await fault(model, 'hang');
    await until(`${model.name} was started again`, {
      seconds: 120,
      every: 2000,
      missing: async () => ((await restartsOf(model)) > before ? undefined : 'it was not started again'),
    });
    const seconds = Math.round((Date.now() - started) / 1000);
    await until(`${model.name} is ready`, {
      seconds: 120,
      missing: async () => ((await readyOf(model)) > 0 ? undefined : 'no pod is ready'),
    });
    await platform.world.allWell();
    return [`${model.name} hung, and was started again ${seconds} s later`];
  },
};
