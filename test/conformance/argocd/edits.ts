import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { World } from './running-platform.ts';

/** A kustomization as far as edits touch it. */
interface Kustomization {
  readonly resources?: readonly string[];
  readonly patches?: readonly { readonly path: string }[];
}

/** Takes a file out of a folder of the checkout, and out of the kustomization beside it. */
export function takeOut(world: World, path: string): void {
  const file = world.file(path);
  rmSync(file);
  changeResources(file, resources => resources.filter(name => !path.endsWith(`/${name}`)));
}

/** Puts a file into a folder of the checkout, and into the kustomization beside it. */
export function putIn(world: World, path: string, object: object): void {
  const file = world.file(path);
  writeFileSync(file, stringify(object));
  changeResources(file, resources => [...resources, path.slice(path.lastIndexOf('/') + 1)]);
}

/** Takes a patch out of a kustomization that has it: a patch of an object that is gone does not build. */
export function dropPatch(world: World, folder: string, name: string): void {
  const file = join(world.file(folder), 'kustomization.yaml');
  const { patches = [], ...rest } = parse(readFileSync(file, 'utf8')) as Kustomization;
  const left = patches.filter(({ path }) => path !== name);
  writeFileSync(file, stringify({ ...rest, ...(left.length > 0 && { patches: left }) }));
}

/** Pushes a change, looks at what comes of it, then takes it back and waits until all is well again. */
export async function amid(
  world: World,
  change: () => void,
  look: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const before = world.remote.commit;
  try {
    change();
    await world.remote.push('a change under test');
    await world.refreshAll();
    return await look();
  } finally {
    await world.remote.restore(before);
    await world.remote.push('back to what it was');
    await world.refreshAll();
    await world.allWell();
  }
}

function changeResources(beside: string, change: (resources: readonly string[]) => readonly string[]): void {
  const file = join(dirname(beside), 'kustomization.yaml');
  const kustomization = parse(readFileSync(file, 'utf8')) as Kustomization;
  writeFileSync(file, stringify({ ...kustomization, resources: change(kustomization.resources ?? []) }));
}
