import { setTimeout as sleep } from 'node:timers/promises';
import { Rows } from '../argocd/rows.ts';
import { applicationsPath } from '../argocd/running-platform.ts';
import type { World } from '../argocd/running-platform.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

/** What the change below reaches: a component, and the bounds of its namespace. */
const changed = ['dev-mlflow', 'dev-gcp-foundation'];
const objects = [
  '/apis/apps/v1/namespaces/mlflow-dev/deployments/mlflow',
  '/api/v1/namespaces/mlflow-dev/resourcequotas/quota',
  '/api/v1/namespaces/mlflow-dev/limitranges/limits',
];

/** A person decides when anything of an environment changes, its namespaces, quotas, roles and secrets included. */
export const manual: Case = {
  title: 'an environment that is synced by hand changes in nothing before a person syncs it',
  run: async world => {
    const rows = new Rows(world);
    rows.edit('overlays/dev.ts', "  issuer: 'staging',\n", "  issuer: 'staging',\n  sync: 'manual',\n");
    await rows.push('dev is synced by hand');
    await world.allWell();
    const before = await specs(world);

    rows.edit('overlays/dev.ts', "mlflow: { storage: '2Gi' }", "mlflow: { storage: '2Gi', memory: '448Mi' }");
    await rows.push('dev gets more memory');
    await until('both Applications are OutOfSync', {
      seconds: 90,
      missing: async () => {
        const states = await Promise.all(changed.map(name => world.state(name)));
        const wrong = states.filter(state => state?.sync !== 'OutOfSync');
        return wrong.length === 0 ? undefined : wrong.map(state => `${state?.name} is ${state?.sync}`).join();
      },
    });
    await sleep(15_000);
    if ((await specs(world)) !== before) throw new Error('mlflow-dev: changed before a person synced it, must not');

    for (const name of changed.toReversed()) await syncs(world, name);
    await world.allWell();
    if ((await specs(world)) === before) throw new Error('mlflow-dev: is what it was after the sync, must be changed');

    rows.edit('overlays/dev.ts', ", memory: '448Mi'", '');
    rows.edit('overlays/dev.ts', "  sync: 'manual',\n", '');
    await rows.push('back to what it was');
    await world.allWell();
    return ['Deployment, quota and limits stayed as they were until both Applications were synced by hand'];
  },
};

async function specs(world: World): Promise<string> {
  const all = await Promise.all(objects.map(path => world.home.api.get(path)));
  return JSON.stringify(all.map(object => object['spec']));
}

/** What `argocd app sync` does. */
async function syncs(world: World, name: string): Promise<void> {
  await world.home.api.patch(`${applicationsPath}/${name}`, {
    operation: { initiatedBy: { username: 'a person' }, sync: { prune: true, syncStrategy: { apply: {} } } },
  });
}
