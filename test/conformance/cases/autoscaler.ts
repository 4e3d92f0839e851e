import { setTimeout as sleep } from 'node:timers/promises';
import { applicationsPath } from '../argocd/running-platform.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const scale = '/apis/apps/v1/namespaces/ml-apps-prod/deployments/iris-classifier/scale';

/** The number of pods is the autoscaler's: neither self-healing nor a sync takes it back. */
export const autoscaler: Case = {
  title: 'replicas that an autoscaler chose stay, also after a sync',
  run: async world => {
    const { api } = world.cluster('edge');
    await api.patch(scale, { spec: { replicas: 2 } });
    await world.refresh(['prod-edge-models'], 'hard');
    await sleep(8000);
    const first = await replicas();
    const before = (await world.state('prod-edge-models'))!;
    await world.home.api.patch(`${applicationsPath}/prod-edge-models`, {
      operation: { initiatedBy: { username: 'conformance' }, sync: { revision: world.remote.commit } },
    });
    await until('the sync has ended', {
      seconds: 60,
      missing: async () => {
        const state = await world.state('prod-edge-models');
        return state?.finished !== before.finished && state?.phase === 'Succeeded' ? undefined : `${state?.phase}`;
      },
    });
    const second = await replicas();
    await api.patch(scale, { spec: { replicas: 1 } });
    if (before.sync !== 'Synced') throw new Error(`prod-edge-models: ${before.sync} after scaling, must be Synced`);
    if (first !== 2 || second !== 2) {
      throw new Error(`replicas: ${first}, after a sync ${second}, must be 2 both times`);
    }
    await world.allWell();
    return ['Deployment iris-classifier in ml-apps-prod: 2 replicas before and after a sync, Synced'];

    async function replicas(): Promise<number> {
      return Number(((await api.get(scale))['spec'] as { replicas: number }).replicas);
    }
  },
};
