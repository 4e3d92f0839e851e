import { setTimeout as sleep } from 'node:timers/promises';
import { identities, lost } from '../argocd/identities.ts';
import type { Identities } from '../argocd/identities.ts';
import { applicationsPath } from '../argocd/running-platform.ts';
import type { World } from '../argocd/running-platform.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const deployments = '/apis/apps/v1/deployments';
const projects = '/apis/argoproj.io/v1alpha1/namespaces/argocd/appprojects';
const bringsBack =
  'kubectl apply --server-side --field-manager=argocd-controller -f dist/argocd/bootstrap/3-roots.yaml';

/** The end of a root takes nothing along, and the file of the bootstrap brings it back. */
export const rootDeletion: Case = {
  title: 'a root that is deleted takes nothing along, and comes back by its file',
  run: async world => {
    const before = await all(world);
    await world.home.api.send('DELETE', `${applicationsPath}/root-edge`);
    await sleep(10_000);
    return [...(await onlyGone(world, before, ['root-edge'])), await back(world)];
  },
};

/** `argocd app delete` deletes with all that an Application has, unless it is told otherwise. */
export const rootCascade: Case = {
  title: 'roots that are deleted together with all that they have take nothing along either',
  run: async world => {
    const before = await all(world);
    const roots = ['root-edge', 'root-gcp', 'root-projects'];
    for (const root of roots) {
      const finalizers = ['resources-finalizer.argocd.argoproj.io'];
      await world.home.api.patch(`${applicationsPath}/${root}`, { metadata: { finalizers } });
      await world.home.api.send('DELETE', `${applicationsPath}/${root}`);
    }
    await until('the roots are gone', {
      seconds: 90,
      missing: async () => {
        const left = (await world.states()).filter(({ name }) => roots.includes(name));
        return left.length === 0 ? undefined : left.map(({ name, complaint }) => `${name}: ${complaint}`).join('; ');
      },
    });
    await sleep(10_000);
    return [...(await onlyGone(world, before, roots)), await back(world)];
  },
};

async function all(world: World): Promise<Identities> {
  const [own, others] = await Promise.all([
    identities(world.home, applicationsPath, projects, deployments),
    identities(world.cluster('edge'), deployments),
  ]);
  return new Map([...own, ...others]);
}

async function onlyGone(world: World, before: Identities, roots: readonly string[]): Promise<string[]> {
  const gone = lost(before, await all(world));
  const expected = roots.map(root => `${applicationsPath} argocd/${root} on ${world.home.row.name}`);
  const others = gone.filter(place => !expected.includes(place));
  if (others.length > 0) throw new Error(`${others.join('; ')}: gone or made anew, must be ${roots.join()} alone`);
  return [`${before.size - roots.length} Applications, projects and Deployments stayed the same`];
}

async function back(world: World): Promise<string> {
  await world.person.types(bringsBack);
  await world.allWell();
  return 'the file of the bootstrap brought back what was gone';
}
