import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { amid } from '../argocd/edits.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const file = 'dist/overlays/dev/edge-models/service.iris-classifier-nodeport.yaml';

/** The retries of a commit that the API server refuses do not stand in the way of its fix. */
export const refusedCommit: Case = {
  title: 'a commit that the API server refuses fails to sync, and the fix needs no hand',
  run: world =>
    amid(
      world,
      () =>
        writeFileSync(
          world.file(file),
          stringify({
            apiVersion: 'v1',
            kind: 'Service',
            metadata: { name: 'iris-classifier-nodeport' },
            spec: { type: 'NodePort', selector: {}, ports: [{ name: 'http', port: 99999, protocol: 'TCP' }] },
          }),
        ),
      async () => {
        await until('the sync has failed', {
          seconds: 90,
          missing: async () => {
            const state = await world.state('dev-edge-models');
            const text = JSON.stringify(state?.manifest['status']);
            const refused = text.includes('99999') && text.includes('must be between 1 and 65535');
            return refused ? undefined : `${state?.complaint}`;
          },
        });
        return [(await world.state('dev-edge-models'))!.complaint];
      },
    ),
};
