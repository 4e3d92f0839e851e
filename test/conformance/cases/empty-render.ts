import { writeFileSync } from 'node:fs';
import { amid } from '../argocd/edits.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const deployments = '/apis/apps/v1/namespaces/ml-apps-dev/deployments';

/** A rendering that went wrong and holds nothing does not clear a namespace. */
export const emptyRender: Case = {
  title: 'a rendering without objects is not synced',
  run: world => amid(world, () => {
    writeFileSync(world.file('dist/overlays/dev/edge-models/kustomization.yaml'), 'kind: Kustomization\nresources: []\n');
  }, async () => {
    await until('the Application says so', {
      seconds: 90,
      missing: async () => {
        const state = await world.state('dev-edge-models');
        return state?.revision === world.remote.commit && state.complaint !== '' ? undefined : `${state?.sync}: ${state?.complaint}`;
      },
    });
    const left = await world.cluster('edge').api.list(deployments);
    if (left.length === 0) throw new Error('Deployments of ml-apps-dev: none, must stay');
    return [`${left.length} Deployments stayed`, (await world.state('dev-edge-models'))!.complaint];
  }),
};
