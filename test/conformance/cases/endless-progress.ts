import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { amid, putIn, takeOut } from '../argocd/edits.ts';
import type { World } from '../argocd/running-platform.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const roots = 'dist/argocd/roots/edge';
const settings = 'dist/argocd/settings/configmap.argocd-cm.yaml';
const seconds = 20;

/** A root waits for its Applications, but not for ever: neither this commit nor a newer one waits for one that stays ill. */
export const endlessProgress: Case = {
  title: 'an Application that never gets well holds back neither later waves nor newer commits of its root',
  run: world =>
    amid(
      world,
      () => {
        shorten(world);
        add(world, { name: 'never-well', wave: -4, object: neverWell });
        add(world, { name: 'later', wave: 30, object: harmless('later') });
      },
      async () => {
        await until('the root waits', {
          seconds: 90,
          missing: async () => ((await world.state('never-well'))?.health === 'Progressing' ? undefined : 'never-well'),
        });
        if (await world.state('later')) throw new Error('later: made at once, must wait for the wave before it');
        add(world, { name: 'newer', wave: -4, object: harmless('newer') });
        await world.remote.push('a newer commit');
        await world.refreshAll();
        await until('later and newer are there', {
          seconds: 180,
          every: 5000,
          missing: async () => {
            await world.refresh(['root-edge']);
            const here = await Promise.all(['later', 'newer'].map(name => world.state(name)));
            return here.every(state => state?.health === 'Healthy')
              ? undefined
              : (await world.state('root-edge'))?.complaint;
          },
        });
        const { health } = (await world.state('never-well'))!;
        if (health !== 'Progressing') throw new Error(`never-well: ${health}, must still be Progressing`);
        await away(world, ['never-well', 'later', 'newer']);
        return [`the root waited for ${seconds} seconds, and went on with the newest commit`];
      },
    ),
};

/** An Application that is just being synced while its folder goes could not be deleted, so folders go later. */
async function away(world: World, names: readonly string[]): Promise<void> {
  for (const name of names) takeOut(world, `${roots}/application.${name}.yaml`);
  await world.remote.push('without them');
  await world.refreshAll();
  await until('they are gone', {
    seconds: 120,
    missing: async () => {
      const left = (await world.states()).filter(({ name }) => names.includes(name));
      return left.length === 0 ? undefined : left.map(({ name, complaint }) => `${name}: ${complaint}`).join();
    },
  });
}

/** Nobody waits here for a quarter of an hour. */
function shorten(world: World): void {
  const file = world.file(settings);
  const text = readFileSync(file, 'utf8');
  const shorter = text.replace('local patience = 900', `local patience = ${seconds}`);
  if (shorter === text) throw new Error(`${settings}: says no patience of 900, must say how long a root waits`);
  writeFileSync(file, shorter);
}

interface Child {
  readonly name: string;
  readonly wave: number;
  readonly object: object;
}

/** An Application more, made after one that is there. */
function add(world: World, { name, wave, object }: Child): void {
  const folder = `dist/overlays/dev/${name}`;
  mkdirSync(world.file(folder), { recursive: true });
  writeFileSync(world.file(`${folder}/object.yaml`), stringify(object));
  writeFileSync(world.file(`${folder}/kustomization.yaml`), stringify({ resources: ['object.yaml'] }));

  const model = parse(readFileSync(world.file(`${roots}/application.dev-edge-models.yaml`), 'utf8')) as {
    readonly metadata: object;
    readonly spec: { readonly source: object };
  };
  putIn(world, `${roots}/application.${name}.yaml`, {
    ...model,
    metadata: { ...model.metadata, name, annotations: { 'argocd.argoproj.io/sync-wave': String(wave) } },
    spec: { ...model.spec, source: { ...model.spec.source, path: folder }, ignoreDifferences: [] },
  });
}

function harmless(name: string): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } };
}

/** Its pod finds no node, and its time is longer than anybody's patience. */
const neverWell = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'never-well' },
  spec: {
    progressDeadlineSeconds: 36000,
    selector: { matchLabels: { app: 'never-well' } },
    template: {
      metadata: { labels: { app: 'never-well' } },
      spec: { nodeSelector: { is: 'nowhere' }, containers: [{ name: 'none', image: 'none' }] },
    },
  },
};
