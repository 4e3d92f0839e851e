import { listAt, textAt } from '../../../lib/yaml/json-path.ts';
import { until } from '../../conformance/processes/until.ts';
import { playedRequests } from '../internet/played-internet.ts';
import { fires } from './firing.ts';
import type { LiveCase } from './live-case.ts';
import { fault, modelAtWork, podsOf, readyOf } from './model-at-work.ts';

const alert = 'ModelPodOOMKilled';

/** The kernel holds the limit, the alert sees it, and what the alert asks for arrives where it is asked for. */
export const memory: LiveCase = {
  title: 'memory exceeded is a kill, which an alert sees, which a workflow is started for',
  run: async platform => {
    const model = await modelAtWork(platform);
    await fault(model, 'memory?mib=2048');
    await until(`a container of ${model.name} was ended for its memory`, {
      seconds: 60,
      missing: async () => {
        const ends = (await podsOf(model)).flatMap(pod =>
          listAt(pod, 'status', 'containerStatuses').map(
            each => textAt(each, 'lastState', 'terminated', 'reason') ?? 'none',
          ),
        );
        return ends.includes('OOMKilled') ? undefined : `ends: ${ends.join()}`;
      },
    });
    const fired = await fires(platform, alert, { namespace: model.namespace }, 240);
    const started = Date.now();
    await until('the request for the workflow has arrived', {
      seconds: 90,
      every: 1000,
      missing: () => Promise.resolve(requested(platform.folder) ? undefined : 'it has not'),
    });
    const arrived = Math.round((Date.now() - started) / 1000);
    await until(`${model.name} is ready`, {
      seconds: 120,
      missing: async () => ((await readyOf(model)) > 0 ? undefined : 'no pod is ready'),
    });
    await platform.world.allWell();
    return [
      `OOMKilled; ${alert} fired after ${fired} s, and its request arrived at the played GitHub ${arrived} s later`,
    ];
  },
};

function requested(folder: string): boolean {
  return playedRequests(folder).some(
    ({ method, path, authorization, body }) =>
      method === 'POST' && path.endsWith('/dispatches') && authorization.startsWith('Bearer ') && body.includes(alert),
  );
}
