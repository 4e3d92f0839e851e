import { amid, takeOut } from '../argocd/edits.ts';
import { identities, lost } from '../argocd/identities.ts';
import { applicationsPath } from '../argocd/running-platform.ts';
import { until } from '../processes/until.ts';
import { demandNone } from '../report/ledger.ts';
import type { Case } from './case.ts';

const edgeDeployments = '/apis/apps/v1/namespaces/ml-apps-dev/deployments';
const claims = '/api/v1/namespaces/mlflow-dev/persistentvolumeclaims';

/** The end of an Application takes along what can be made anew. */
export const statelessDeletion: Case = {
  title: 'a stateless Application that left git takes its objects along',
  run: async world => {
    const { api } = world.cluster('edge');
    return amid(
      world,
      () => takeOut(world, 'dist/argocd/roots/edge/application.dev-edge-models.yaml'),
      async () => {
        await until('its Deployments are gone', {
          seconds: 120,
          missing: async () => {
            const left = await api.list(edgeDeployments);
            return left.length === 0 ? undefined : left.map(({ metadata }) => metadata.name).join();
          },
        });
        await until('the Application is gone', {
          seconds: 60,
          missing: async () => ((await world.state('dev-edge-models')) === undefined ? undefined : 'its end'),
        });
        return ['dev-edge-models and its Deployments are gone, then came back with the next commit'];
      },
    );
  },
};

/** The end of an Application with data leaves the data. */
export const statefulDeletion: Case = {
  title: 'a stateful Application that left git stays, and one that is deleted leaves its objects',
  run: async world => {
    const gcp = world.cluster('gcp');
    const before = await identities(gcp, claims);
    const file = 'dist/argocd/roots/gcp/application.dev-mlflow.yaml';
    const kept = await amid(
      world,
      () => takeOut(world, file),
      async () => {
        await until('the root says that it is one too many', {
          seconds: 90,
          missing: async () => ((await world.state('root-gcp'))?.sync === 'OutOfSync' ? undefined : 'OutOfSync'),
        });
        if ((await world.state('dev-mlflow')) === undefined) throw new Error('dev-mlflow: is gone, must stay');
        return ['dev-mlflow left git and stayed'];
      },
    );

    const old = (await world.state('dev-mlflow'))!.manifest.metadata['uid'];
    await world.home.api.send('DELETE', `${applicationsPath}/dev-mlflow`);
    await until('the root has made it anew', {
      seconds: 90,
      missing: async () => {
        const made = (await world.state('dev-mlflow'))?.manifest.metadata['uid'];
        return made !== undefined && made !== old ? undefined : 'a new one';
      },
    });
    await world.allWell();
    if (before.size === 0) throw new Error('mlflow-dev: no claims, must have one');
    demandNone(lost(before, await identities(gcp, claims)), 'claims gone or made anew');
    return [...kept, 'dev-mlflow was deleted by hand, its claim stayed, and the root made it anew'];
  },
};
