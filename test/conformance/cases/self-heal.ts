import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const deployment = '/apis/apps/v1/namespaces/mlflow-dev/deployments/mlflow';
const service = '/api/v1/namespaces/ml-apps-dev/services/iris-classifier';

/** What somebody changes by hand comes back, on either cluster. */
export const selfHeal: Case = {
  title: 'a scaled Deployment, a changed field and a deleted Service are put right',
  run: async world => {
    const { api: gcp } = world.cluster('gcp');
    const { api: edge } = world.cluster('edge');
    const wanted = JSON.stringify((await gcp.get(deployment))['spec']);
    const selector = JSON.stringify((await edge.get(service))['spec']);

    await gcp.patch(deployment, { spec: { replicas: 0, template: { spec: { terminationGracePeriodSeconds: 1 } } } });
    await edge.send('DELETE', service);
    await until('the Deployment is as git has it', {
      seconds: 60,
      missing: async () => (JSON.stringify((await gcp.get(deployment))['spec']) === wanted ? undefined : 'its spec'),
    });
    await until('the Service is there again', {
      seconds: 60,
      missing: async () => (await edge.send('GET', service)).status === 200 ? undefined : 'the Service',
    });
    await world.allWell();
    const { selector: found } = (await edge.get(service))['spec'] as { selector: object };
    if (!selector.includes(JSON.stringify(found))) throw new Error(`Service: selects ${JSON.stringify(found)}, must be ${selector}`);
    return ['Deployment mlflow in mlflow-dev on gcp', 'Service iris-classifier in ml-apps-dev on edge'];
  },
};
