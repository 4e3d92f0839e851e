import { readdirSync } from 'node:fs';
import { documentedCommands } from '../argocd/documentation.ts';
import { amid, takeOut } from '../argocd/edits.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const foundation = 'dist/clusters/edge/dev/foundation';
const namespace = '/api/v1/namespaces/ml-apps-dev';

/** The way that docs/bootstrap.md describes: a namespace that left git goes when a person says so, and not before. */
export const approval: Case = {
  title: 'a namespace that left git waits for approval, and goes with it',
  run: async world => {
    const { api } = world.cluster('edge');
    return amid(
      world,
      () => {
        takeOut(world, 'dist/argocd/roots/edge/application.dev-edge-models.yaml');
        const files = readdirSync(world.file(foundation)).filter(file => file.includes('.ml-apps-dev.'));
        for (const file of files) takeOut(world, `${foundation}/${file}`);
      },
      async () => {
        await until('the sync waits for approval', {
          seconds: 90,
          missing: async () => {
            const { phase = '', complaint = '' } = (await world.state('dev-edge-foundation')) ?? {};
            return phase === 'Running' && /confirm/i.test(complaint) ? undefined : `${phase}: ${complaint}`;
          },
        });
        const { complaint } = (await world.state('dev-edge-foundation'))!;
        const { phase } = (await api.get(namespace))['status'] as { phase: string };
        if (phase !== 'Active') throw new Error(`ml-apps-dev: ${phase} before anybody approved, must be Active`);

        const approve = documentedCommands('## Later').find(commands => commands.includes('deletion-approved'))!;
        await world.person.types(approve.replace('dev-gcp-foundation', 'dev-edge-foundation'));
        await until('the namespace is gone', {
          seconds: 90,
          missing: async () => ((await api.send('GET', namespace)).status === 404 ? undefined : 'its end'),
        });
        return [`before: ${complaint}`, 'ml-apps-dev is gone after its approval, then came back with the next commit'];
      },
    );
  },
};
