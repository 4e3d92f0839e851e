import { setTimeout as sleep } from 'node:timers/promises';
import { identities, lost } from '../argocd/identities.ts';
import { applicationsPath } from '../argocd/running-platform.ts';
import type { Case } from './case.ts';

const deployments = '/apis/apps/v1/deployments';
const place = `${applicationsPath} argocd/root-edge on gcp`;

/** The end of a root takes nothing along, and the file of the bootstrap brings it back. */
export const rootDeletion: Case = {
  title: 'a root that is deleted takes nothing along, and comes back by its file',
  run: async world => {
    const all = async () =>
      [await identities(world.home, applicationsPath), await identities(world.cluster('edge'), deployments)] as const;
    const before = await all();
    await world.home.api.send('DELETE', `${applicationsPath}/root-edge`);
    await sleep(10_000);
    const after = await all();
    const gone = before.flatMap((places, index) => lost(places, after[index]!));
    if (gone.join() !== place) throw new Error(`${gone.join('; ')}: gone or made anew, must be ${place} alone`);

    await world.person.types('kubectl apply --server-side -f dist/argocd/bootstrap/3-roots.yaml');
    await world.allWell();
    return [`${before[0].size - 1} Applications and ${before[1].size} Deployments stayed the same`];
  },
};
