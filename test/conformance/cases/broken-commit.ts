import { appendFileSync } from 'node:fs';
import { amid } from '../argocd/edits.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

/** A commit that does not build, and one that the API server refuses, are mended by the next one. */
export const brokenCommit: Case = {
  title: 'a commit that does not build stops its Application alone, and the fix needs no hand',
  run: world =>
    amid(
      world,
      () => {
        appendFileSync(world.file('dist/overlays/dev/edge-models/kustomization.yaml'), '  - is-not-there.yaml\n');
      },
      async () => {
        await until('the Application says what is wrong', {
          seconds: 90,
          missing: async () => {
            const state = await world.state('dev-edge-models');
            return state?.complaint.includes('is-not-there.yaml') ? undefined : `${state?.sync}: ${state?.complaint}`;
          },
        });
        const others = (await world.states()).filter(
          ({ name, sync }) => name !== 'dev-edge-models' && sync !== 'Synced',
        );
        if (others.length > 0) throw new Error(`${others.map(({ name }) => name).join()}: harmed, must be Synced`);
        return [(await world.state('dev-edge-models'))!.complaint];
      },
    ),
};
