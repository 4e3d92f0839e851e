import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { amid } from '../argocd/edits.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const deployments = '/apis/apps/v1/namespaces/ml-apps-dev/deployments';

/** A rendering that went wrong and holds nothing does not clear a namespace. */
export const emptyRender: Case = {
  title: 'a rendering without objects is not synced',
  run: async world => {
    // Only a sync that begins is refused. One that is being tried again takes the newest commit, whatever that holds.
    await until('no sync is under way', {
      seconds: 120,
      missing: async () => {
        const state = await world.state('dev-edge-models');
        return state?.phase === 'Running' ? state.complaint : undefined;
      },
    });
    return amid(
      world,
      () => {
        // Kustomize itself refuses to build nothing; a folder without manifests is what comes through.
        const folder = world.file('dist/overlays/dev/edge-models');
        for (const file of readdirSync(folder)) rmSync(join(folder, file));
        writeFileSync(join(folder, 'README.md'), 'Nothing is left.\n');
      },
      async () => {
        await until('the Application says so', {
          seconds: 90,
          missing: async () => {
            const state = await world.state('dev-edge-models');
            return state?.complaint.includes('wipe out all resources')
              ? undefined
              : `${state?.sync}: ${state?.complaint}`;
          },
        });
        const left = await world.cluster('edge').api.list(deployments);
        if (left.length === 0) throw new Error('Deployments of ml-apps-dev: none, must stay');
        return [`${left.length} Deployments stayed`, (await world.state('dev-edge-models'))!.complaint];
      },
    );
  },
};
