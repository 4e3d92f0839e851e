import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { amid, putIn } from '../argocd/edits.ts';
import { applicationsPath } from '../argocd/running-platform.ts';
import type { World } from '../argocd/running-platform.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const roots = 'dist/argocd/roots';
const shared = '/apis/storage.k8s.io/v1/storageclasses/asked-for';
const quota = '/api/v1/namespaces/mlflow-dev/resourcequotas/quota';
const quotaFile = 'dist/clusters/gcp/dev/foundation/resourcequota.mlflow-dev.quota.yaml';

/** What the case changes of objects, which may hold anything else. */
interface Loose {
  [key: string]: Loose;
}

/** An environment that is synced by hand waits for a person with all that it has, also with what its cluster has once. */
export const manual: Case = {
  title: 'a manual environment gets nothing before a person syncs it',
  run: world =>
    amid(
      world,
      () => makeManual(world),
      async () => {
        await until('the roots are done', { seconds: 120, missing: () => unfinished(world) });
        // Only now, for an Application that is still synced by itself might see this before its root has changed it.
        edit(world, quotaFile, ({ metadata }) => void (metadata!['annotations'] = { tried: 'yes' as never }));
        await world.remote.push('a change of dev');
        await world.refreshAll();
        await until('both wait', { seconds: 60, missing: () => notWaiting(world) });
        const early = [...(await here(world, shared)), ...((await isTried(world)) ? ['the new quota'] : [])];
        if (early.length > 0) throw new Error(`${early.join()}: came by itself, must wait for a person`);

        for (const name of ['gcp-manual', 'dev-gcp-foundation']) await sync(world, name);
        await until('what a person synced is there', {
          seconds: 90,
          missing: async () =>
            (await here(world, shared)).length > 0 && (await isTried(world)) ? undefined : 'StorageClass or quota',
        });
        return ['gcp-manual and dev-gcp-foundation waited, and delivered what they have once a person synced them'];
      },
    ),
};

/** Turns dev into an environment that is synced by hand, and has it ask its cluster for an object. */
function makeManual(world: World): void {
  for (const file of applicationFiles(world)) {
    edit(world, file, application => void (application['spec']!['syncPolicy']!['automated']!['enabled'] = off));
  }
  edit(world, 'dist/argocd/projects/appproject.platform-gcp.yaml', ({ spec }) => {
    (spec!['clusterResourceWhitelist'] as never as object[]).push({ group: 'storage.k8s.io', kind: 'StorageClass' });
  });

  const folder = 'dist/clusters/gcp/manual';
  const storageClass = {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'asked-for' },
    provisioner: 'example.com/none',
  };
  mkdirSync(world.file(folder), { recursive: true });
  writeFileSync(world.file(`${folder}/storageclass.yaml`), stringify(storageClass));
  writeFileSync(world.file(`${folder}/kustomization.yaml`), stringify({ resources: ['storageclass.yaml'] }));

  const foundation = parse(read(world, `${roots}/gcp/application.gcp-foundation.yaml`)) as Loose;
  const { metadata, spec } = foundation;
  metadata!['name'] = 'gcp-manual' as never;
  metadata!['annotations']!['argocd.argoproj.io/manifest-generate-paths'] = `/${folder}` as never;
  spec!['source']!['path'] = folder as never;
  spec!['syncPolicy']!['automated']!['enabled'] = off;
  putIn(world, `${roots}/gcp/application.gcp-manual.yaml`, foundation);
}

const off = false as never;

function applicationFiles(world: World): string[] {
  return ['gcp', 'edge'].flatMap(cluster =>
    readdirSync(world.file(`${roots}/${cluster}`))
      .filter(name => name.startsWith('application.dev-'))
      .map(name => join(roots, cluster, name)),
  );
}

function edit(world: World, path: string, change: (object: Loose) => void): void {
  const object = parse(read(world, path)) as Loose;
  change(object);
  writeFileSync(world.file(path), stringify(object));
}

function read(world: World, path: string): string {
  return readFileSync(world.file(path), 'utf8');
}

async function unfinished(world: World): Promise<string | undefined> {
  const states = await world.states();
  const late = ['root-gcp', 'root-edge', 'root-projects'].filter(name => {
    const state = states.find(each => each.name === name);
    return state?.sync !== 'Synced' || state.revision !== world.remote.commit;
  });
  return late.length === 0 ? undefined : late.join();
}

async function notWaiting(world: World): Promise<string | undefined> {
  const states = await world.states();
  const others = ['gcp-manual', 'dev-gcp-foundation'].filter(
    name => states.find(each => each.name === name)?.sync !== 'OutOfSync',
  );
  return others.length === 0 ? undefined : `${others.join()} OutOfSync`;
}

async function here(world: World, path: string): Promise<string[]> {
  const { status } = await world.home.api.send('GET', path);
  return status === 200 ? [path] : [];
}

async function isTried(world: World): Promise<boolean> {
  const { metadata } = (await world.home.api.get(quota)) as unknown as Loose;
  return metadata!['annotations']?.['tried'] !== undefined;
}

/** What `argocd app sync` does. */
async function sync(world: World, name: string): Promise<void> {
  await world.home.api.patch(`${applicationsPath}/${name}`, {
    operation: { initiatedBy: { username: 'a person' }, sync: { revision: world.remote.commit } },
  });
}
