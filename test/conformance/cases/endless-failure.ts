import { amid, putIn } from '../argocd/edits.ts';
import type { World } from '../argocd/running-platform.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const file = 'dist/overlays/dev/edge-models/configmap.kept-out.yaml';
const object = '/api/v1/namespaces/ml-apps-dev/configmaps/kept-out';
const quota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'kept-out', namespace: 'ml-apps-dev' },
  spec: { hard: { 'count/configmaps': '0' } },
};

/** What keeps a commit out may take its time to go, and nobody makes a commit because it went. */
export const endlessFailure: Case = {
  title: 'a sync that fails for long is never given up: once nothing keeps it out, it needs no hand',
  run: async world => {
    const { api } = world.cluster('edge');
    const { status } = await api.apply(quota);
    if (status >= 300) throw new Error(`ResourceQuota kept-out: ${status}, must be stored`);
    const open = (): Promise<unknown> => api.send('DELETE', '/api/v1/namespaces/ml-apps-dev/resourcequotas/kept-out');
    try {
      return await amid(
        world,
        () => putIn(world, file, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'kept-out' } }),
        async () => {
          await until('the sync has failed three times', {
            seconds: 150,
            missing: async () => ((await tries(world)) >= 3 ? undefined : describe(world)),
          });
          const most = (await operation(world)).operation?.retry?.limit ?? 0;
          if (most >= 0) throw new Error(`dev-edge-models: is given up after ${most} tries more, must never be`);
          await open();
          await until('the object is there', {
            seconds: 150,
            missing: async () => ((await api.send('GET', object)).status === 200 ? undefined : describe(world)),
          });
          return [`refused ${await tries(world)} times, and in place once nothing refused it`];
        },
      );
    } finally {
      await open();
    }
  },
};

/** How often the sync has been tried again. */
async function tries(world: World): Promise<number> {
  const { retryCount = 0 } = await operation(world);
  return retryCount;
}

async function describe(world: World): Promise<string> {
  const { phase = 'no sync', message = '', retryCount = 0 } = await operation(world);
  return `dev-edge-models: ${phase} after ${retryCount} retries: ${message.slice(0, 200)}`;
}

async function operation(world: World): Promise<Partial<Operation>> {
  const status = (await world.state('dev-edge-models'))?.manifest['status'];
  return (status as { readonly operationState?: Partial<Operation> } | undefined)?.operationState ?? {};
}

interface Operation {
  readonly phase: string;
  readonly message: string;
  /** What Argo CD was told when it began. */
  readonly operation?: { readonly retry?: { readonly limit?: number } };
  readonly retryCount: number;
}
