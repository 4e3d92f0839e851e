import { amid, takeOut } from '../argocd/edits.ts';
import { identities, lost } from '../argocd/identities.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const services = '/api/v1/namespaces/ml-apps-dev/services';

/** What left the tree leaves the cluster. */
export const prune: Case = {
  title: 'an object that left git is pruned, and its neighbours stay',
  run: async world => {
    const edge = world.cluster('edge');
    const before = await identities(edge, services);
    const file = 'dist/overlays/dev/edge-models/service.fashion-mnist-nodeport.yaml';
    return amid(
      world,
      () => takeOut(world, file),
      async () => {
        await until('the Service is gone', {
          seconds: 90,
          missing: async () =>
            (await edge.api.send('GET', `${services}/fashion-mnist-nodeport`)).status === 404 ? undefined : 'its end',
        });
        const gone = lost(before, await identities(edge, services));
        if (gone.length !== 1) throw new Error(`${gone.join()}: gone or made anew, must be the one that left git`);
        return [`${before.size - 1} Services stayed as they were`];
      },
    );
  },
};
