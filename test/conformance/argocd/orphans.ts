import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Running } from '../kubernetes/control-plane.ts';
import { until } from '../processes/until.ts';
import type { World } from './running-platform.ts';

/** Lists of everything that Applications deliver here. */
const lists = [
  '/api/v1/namespaces',
  ...['services', 'configmaps', 'serviceaccounts', 'limitranges', 'resourcequotas', 'persistentvolumeclaims'].map(
    plural => `/api/v1/${plural}`,
  ),
  '/apis/apps/v1/deployments',
  '/apis/apps/v1/statefulsets',
  '/apis/networking.k8s.io/v1/networkpolicies',
  '/apis/networking.k8s.io/v1/ingresses',
  '/apis/rbac.authorization.k8s.io/v1/clusterroles',
  '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
  '/apis/scheduling.k8s.io/v1/priorityclasses',
  '/apis/external-secrets.io/v1/externalsecrets',
  '/apis/external-secrets.io/v1/secretstores',
];

/**
 * Demands that no object is left that an Application delivered once, and that none has any more. What an Application has,
 * Argo CD writes down a moment after it is so.
 */
export async function demandNoOrphans(world: World, clusters = [...world.clusters.values()]): Promise<void> {
  await until('no object is left behind', {
    seconds: 10,
    every: 2000,
    missing: async () => (await orphans(world, clusters)).join(', ') || undefined,
  });
}

async function orphans(world: World, clusters: readonly Running[]): Promise<string[]> {
  const owned = new Set(
    (await world.states()).flatMap(({ name, manifest }) => {
      const { resources = [] } = (manifest['status'] ?? {}) as unknown as { resources?: readonly Resource[] };
      return resources.map(({ group = '', kind, namespace = '', name: of }) =>
        [name, group, kind, namespace, of].join('/'),
      );
    }),
  );
  const all = await Promise.all(clusters.map(cluster => tracked(cluster)));
  return all
    .flat()
    .filter(({ key }) => !owned.has(key))
    .map(({ title }) => title);
}

interface Resource {
  readonly group?: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

async function tracked({ row, api }: Running): Promise<{ key: string; title: string }[]> {
  const found = await Promise.all(lists.map(async list => (await api.list(list)).flatMap(keysOf)));
  return found.flat().map(key => ({ key, title: `${key} on ${row.name}` }));
}

/** Argo CD writes onto each object whose it is: `dev-mlflow:apps/Deployment:mlflow-dev/mlflow`. */
function keysOf({ metadata }: Manifest): string[] {
  const annotations = (metadata['annotations'] ?? {}) as Readonly<Record<string, string>>;
  const id = annotations['argocd.argoproj.io/tracking-id'];
  if (id === undefined) return [];
  const [application = '', kind = ''] = id.split(':');
  return [[application, kind, String(metadata['namespace'] ?? ''), metadata.name].join('/')];
}
