import { amid, takeOut } from '../argocd/edits.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const services = '/api/v1/namespaces/ml-apps-dev/services';

/** What left the tree leaves the cluster. */
export const prune: Case = {
  title: 'an object that left git is pruned, and its neighbours stay',
  run: async world => {
    const { api } = world.cluster('edge');
    const before = new Set((await api.list(services)).map(({ metadata }) => String(metadata['uid'])));
    return amid(world, () => takeOut(world, 'dist/overlays/dev/edge-models/service.fashion-mnist-nodeport.yaml'), async () => {
      await until('the Service is gone', {
        seconds: 90,
        missing: async () => (await api.send('GET', `${services}/fashion-mnist-nodeport`)).status === 404 ? undefined : 'its end',
      });
      const left = (await api.list(services)).map(({ metadata }) => String(metadata['uid']));
      if (left.length !== before.size - 1 || left.some(uid => !before.has(uid))) throw new Error('neighbours: changed, must stay');
      return [`${left.length} Services stayed as they were`];
    });
  },
};
