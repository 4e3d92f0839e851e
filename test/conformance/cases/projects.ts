import { amid, putIn } from '../argocd/edits.ts';
import { applicationsPath } from '../argocd/running-platform.ts';
import type { World } from '../argocd/running-platform.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

/** A project admits what it was made for, and `default` admits nothing. */
export const projects: Case = {
  title: 'the default project, a foreign namespace and a cluster-scoped object are refused',
  run: async world => [
    await refused(world, 'in-default-project', { project: 'default', namespace: 'ml-apps-dev' }),
    await refused(world, 'in-foreign-namespace', { project: 'dev', namespace: 'ml-apps-prod' }),
    ...(await clusterRoleRefused(world)),
  ],
};

async function refused(world: World, name: string, where: { project: string; namespace: string }): Promise<string> {
  const { api } = world.home;
  await api.apply({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd' },
    spec: {
      project: where.project,
      destination: { name: 'edge', namespace: where.namespace },
      source: { repoURL: world.remote.url, path: 'dist/overlays/dev/edge-models', targetRevision: 'refs/heads/main' },
      syncPolicy: { automated: {} },
    },
  });
  try {
    await until(`${name} is refused`, {
      seconds: 60,
      missing: async () => {
        const state = await world.state(name);
        return state?.complaint.startsWith('InvalidSpecError') ? undefined : `${state?.sync}: ${state?.complaint}`;
      },
    });
    return `${name}: ${(await world.state(name))!.complaint}`;
  } finally {
    await api.send('DELETE', `${applicationsPath}/${name}`);
  }
}

function clusterRoleRefused(world: World): Promise<readonly string[]> {
  const role = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'sneaked-in' },
    rules: [],
  };
  const file = 'dist/overlays/dev/edge-models/clusterrole.sneaked-in.yaml';
  return amid(
    world,
    () => putIn(world, file, role),
    async () => {
      await until('the ClusterRole is refused', {
        seconds: 90,
        missing: async () => {
          const state = await world.state('dev-edge-models');
          const text = JSON.stringify(state?.manifest['status']);
          return /not permitted in project/.test(text) ? undefined : `${state?.complaint}`;
        },
      });
      const path = '/apis/rbac.authorization.k8s.io/v1/clusterroles/sneaked-in';
      const { status } = await world.cluster('edge').api.send('GET', path);
      if (status !== 404) throw new Error(`ClusterRole sneaked-in: ${status}, must be 404`);
      return ['ClusterRole sneaked-in: not permitted in project dev, and not there'];
    },
  );
}
