import { applicationsPath } from '../argocd/running-platform.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

/** Two Applications never fight over one object. */
export const sharedResource: Case = {
  title: 'a second Application with the same objects is refused',
  run: async world => {
    const { api } = world.home;
    const original = (await world.state('dev-edge-models'))!.manifest;
    const { spec } = original;
    await api.apply({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'twin', namespace: 'argocd' },
      spec: spec!,
    });
    try {
      await until('the twin is refused', {
        seconds: 90,
        missing: async () => {
          const state = await world.state('twin');
          // Of a cluster that is tried for ever the sync goes on, and fails again each time.
          const refused = state?.phase !== 'Succeeded' && state?.complaint.includes('Shared resource found');
          return refused ? undefined : `${state?.phase}: ${state?.complaint}`;
        },
      });
      return [(await world.state('twin'))!.complaint];
    } finally {
      await api.send('DELETE', `${applicationsPath}/twin`);
      await world.refreshAll();
      await world.allWell();
    }
  },
};
