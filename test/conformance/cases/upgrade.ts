import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { identities, lost } from '../argocd/identities.ts';
import type { Identities } from '../argocd/identities.ts';
import type { World } from '../argocd/running-platform.ts';
import { repository } from '../places.ts';
import { movedBetween } from '../platform/owners.ts';
import { execute } from '../processes/execute.ts';
import { until } from '../processes/until.ts';
import { NotTried, demandNone } from '../report/ledger.ts';
import type { Case } from './case.ts';

const guardedKinds = ['PersistentVolumeClaim', 'StatefulSet', 'Namespace'];
const guarded = ['/api/v1/persistentvolumeclaims', '/apis/apps/v1/statefulsets', '/api/v1/namespaces'];

/** The way from what was committed before to what is committed now makes nothing with data anew. */
export const upgrade: Case = {
  title: 'from the dist/ committed before to this one, claims, StatefulSets and namespaces stay the same objects',
  run: async world => {
    const now = world.remote.commit;
    const earlier = await earlierCommit();
    if (earlier === undefined) throw new NotTried('no commit of this clone has another dist/: nothing to upgrade from');

    const folder = join(world.remote.checkout, '..', 'earlier');
    mkdirSync(folder, { recursive: true });
    await execute('sh', ['-c', 'git -C "$1" archive "$2" dist | tar -x -C "$3"', 'sh', repository, earlier, folder]);
    const moved = await movedBetween(join(folder, 'dist'), join(repository, 'dist'), guardedKinds);
    if (moved.length > 0) {
      // Argo CD refuses what another Application has, so these wait for a person: docs/bootstrap.md, 'Later'.
      throw new NotTried(`since ${earlier}, a person must hand over between Applications: ${moved.join(', ')}`);
    }
    world.remote.take(join(folder, 'dist'), world.replacements);
    await world.remote.push(`dist/ of ${earlier}`);
    await world.refreshAll();
    await until(`dist/ of ${earlier} is in place`, { seconds: 180, missing: () => behind(world) });
    const before = await guardedIn(world);

    await world.remote.restore(now);
    await world.remote.push('dist/ as it is committed');
    await world.refreshAll();
    await world.allWell();
    const after = await guardedIn(world);
    demandNone(lost(before, after), 'objects gone or made anew');
    return [`from ${earlier}: ${before.size} objects stayed the same`];
  },
};

/** The newest commit whose `dist/` is not the one under test. */
async function earlierCommit(): Promise<string | undefined> {
  const git = (...args: readonly string[]): Promise<string> => execute('git', ['-C', repository, ...args]);
  const commits = (await git('log', '--format=%h', '-20', '--', 'dist')).split('\n').filter(line => line !== '');
  const current = (await git('rev-parse', 'HEAD:dist')).trim();
  for (const commit of commits) {
    const tree = (await git('rev-parse', `${commit}:dist`)).trim();
    if (tree !== current) return commit;
  }
  return undefined;
}

/** Charts aside: only those of the `dist/` under test are served. */
async function behind(world: World): Promise<string | undefined> {
  const states = (await world.states()).filter(({ fromGit }) => fromGit);
  const lacking = states.filter(({ sync, revision }) => sync !== 'Synced' || revision !== world.remote.commit);
  if (lacking.length === 0) return undefined;
  return lacking.map(({ name, sync, complaint }) => `${name} is ${sync}: ${complaint}`).join('; ');
}

async function guardedIn(world: World): Promise<Identities> {
  const all = await Promise.all([...world.clusters.values()].map(cluster => identities(cluster, ...guarded)));
  return new Map(all.flatMap(found => [...found]));
}
