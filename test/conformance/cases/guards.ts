import { amid, dropPatch, takeOut } from '../argocd/edits.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const claims = '/api/v1/namespaces/mlflow-dev/persistentvolumeclaims';

/** Data is never pruned, whatever git says. */
export const guards: Case = {
  title: 'a claim and a namespace that left git stay, and their Applications say so',
  run: async world => {
    const { api } = world.cluster('gcp');
    const before = (await api.list(claims)).map(({ metadata }) => String(metadata['uid'])).join();
    const seen = await amid(world, () => {
      takeOut(world, 'dist/base/mlflow/persistentvolumeclaim.mlflow.yaml');
      takeOut(world, 'dist/clusters/gcp/foundation/namespace.mlflow-dev.yaml');
      for (const environment of ['dev', 'prod']) {
        dropPatch(world, `dist/overlays/${environment}/mlflow`, 'persistentvolumeclaim.mlflow.patch.yaml');
      }
    }, async () => {
      await until('both Applications are OutOfSync', {
        seconds: 90,
        missing: async () => {
          const states = await Promise.all(['dev-mlflow', 'gcp-foundation'].map(name => world.state(name)));
          const wrong = states.filter(state => state?.sync !== 'OutOfSync');
          return wrong.length === 0 ? undefined : wrong.map(state => `${state?.name} is ${state?.sync}: ${state?.complaint}`).join();
        },
      });
      const after = (await api.list(claims)).map(({ metadata }) => String(metadata['uid'])).join();
      const namespace = await api.get('/api/v1/namespaces/mlflow-dev');
      const { phase } = namespace['status'] as { phase: string };
      if (after !== before || phase !== 'Active') throw new Error(`data: '${after}' in a namespace ${phase}, must be '${before}'`);
      return ['the claim kept its identity, the namespace is Active, both Applications are OutOfSync'];
    });
    // The sync still waits for somebody to approve the end of the namespace; this is how a person says no.
    await world.home.api.patch('/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/gcp-foundation', {
      status: { operationState: { phase: 'Terminating' } },
    });
    await world.allWell();
    return seen;
  },
};
