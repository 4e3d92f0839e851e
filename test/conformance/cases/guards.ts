import { amid, dropPatch, takeOut } from '../argocd/edits.ts';
import { identities, lost } from '../argocd/identities.ts';
import { applicationsPath } from '../argocd/running-platform.ts';
import { until } from '../processes/until.ts';
import { demandNone } from '../report/ledger.ts';
import type { Case } from './case.ts';

const claims = '/api/v1/namespaces/mlflow-dev/persistentvolumeclaims';

/** Data is never pruned, whatever git says. */
export const guards: Case = {
  title: 'a claim and a namespace that left git stay, and their Applications say so',
  run: async world => {
    const gcp = world.cluster('gcp');
    const before = await identities(gcp, claims);
    const seen = await amid(
      world,
      () => {
        takeOut(world, 'dist/base/mlflow/persistentvolumeclaim.mlflow.yaml');
        takeOut(world, 'dist/clusters/gcp/dev/foundation/namespace.mlflow-dev.yaml');
        for (const environment of ['dev', 'prod']) {
          dropPatch(world, `dist/overlays/${environment}/mlflow`, 'persistentvolumeclaim.mlflow.patch.yaml');
        }
      },
      async () => {
        await until('both Applications are OutOfSync', {
          seconds: 90,
          missing: async () => {
            const states = await Promise.all(['dev-mlflow', 'dev-gcp-foundation'].map(name => world.state(name)));
            const wrong = states.filter(state => state?.sync !== 'OutOfSync');
            if (wrong.length === 0) return undefined;
            return wrong.map(state => `${state?.name} is ${state?.sync}: ${state?.complaint}`).join();
          },
        });
        demandNone(lost(before, await identities(gcp, claims)), 'claims gone or made anew');
        const { phase } = (await gcp.api.get('/api/v1/namespaces/mlflow-dev'))['status'] as { phase: string };
        if (before.size === 0 || phase !== 'Active') {
          throw new Error(`mlflow-dev: ${before.size} claims, ${phase}, must be 1, Active`);
        }
        return ['the claim kept its identity, the namespace is Active, both Applications are OutOfSync'];
      },
    );
    // The sync still waits for somebody to approve the end of the namespace; this is how a person says no.
    await world.home.api.patch(`${applicationsPath}/dev-gcp-foundation`, {
      status: { operationState: { phase: 'Terminating' } },
    });
    await world.allWell();
    return seen;
  },
};
