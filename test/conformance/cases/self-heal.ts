import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const deployment = '/apis/apps/v1/namespaces/mlflow-dev/deployments/mlflow';
const service = '/api/v1/namespaces/ml-apps-dev/services/iris-classifier';

interface Changed {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> };
  readonly spec: { readonly replicas: number };
}

/** What somebody changes by hand comes back, on either cluster. */
export const selfHeal: Case = {
  title: 'a scaled Deployment, a changed field and a deleted Service are put right',
  run: async world => {
    const { api: gcp } = world.cluster('gcp');
    const { api: edge } = world.cluster('edge');
    const selector = JSON.stringify((await edge.get(service))['spec']);

    // Only what git says is put right: a field that it leaves out belongs to whoever sets it.
    await gcp.patch(deployment, {
      metadata: { labels: { 'app.kubernetes.io/part-of': 'else' } },
      spec: { replicas: 0 },
    });
    await edge.send('DELETE', service);
    await until('the Deployment is as git has it', {
      seconds: 60,
      missing: async () => {
        const { metadata, spec } = (await gcp.get(deployment)) as unknown as Changed;
        const label = metadata.labels['app.kubernetes.io/part-of'];
        return spec.replicas === 1 && label === 'mlflow' ? undefined : `${spec.replicas} replicas, part of ${label}`;
      },
    });
    await until('the Service is there again', {
      seconds: 60,
      missing: async () => ((await edge.send('GET', service)).status === 200 ? undefined : 'the Service'),
    });
    await world.allWell();
    const { selector: found } = (await edge.get(service))['spec'] as { selector: object };
    const text = JSON.stringify(found);
    if (!selector.includes(text)) throw new Error(`Service: selects ${text}, must be ${selector}`);
    return ['Deployment mlflow in mlflow-dev on gcp', 'Service iris-classifier in ml-apps-dev on edge'];
  },
};
