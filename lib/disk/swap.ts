import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { asDiskError, DiskError, isSystemError } from './disk-error.ts';
import { exists } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import type { Place } from './place.ts';

/**
 * Brings a place to rest after a run that was killed. To be called under the lock, before anything else.
 *
 * A run goes through these states; what is found tells where it stopped, and each step back can itself be repeated:
 *
 * | folder | previous | next | the run was | so |
 * | --- | --- | --- | --- | --- |
 * | old or none | none | part or whole | putting the new tree together | next is scrap |
 * | none | old | new | between the two renames | previous goes back, next is scrap |
 * | new | old | none | done but for tidying up | previous is scrap |
 * | new | none | part of old | tidying up | next is scrap |
 *
 * Between the renames the new tree is whole and could go on as well; going back asks nothing of it.
 *
 * @throws DiskError where the folder is no folder
 */
export function recover(place: Place, fileSystem: FileSystem): void {
  const { shown, folder, next, previous } = place;
  const status = fileSystem.lstatSync(folder, { throwIfNoEntry: false });
  if (status !== undefined && !status.isDirectory()) {
    throw new DiskError(`${shown}: is a file, it must be a folder or free`);
  }

  if (exists(next, fileSystem)) removeTree(next, fileSystem);
  if (!exists(previous, fileSystem)) return;
  if (status === undefined) fileSystem.renameSync(previous, folder);
  else discard(place, fileSystem);
}

/**
 * Puts the tree at `next` in the place of the folder. When it throws, the old tree is where it was.
 *
 * @returns whether there was an old tree, which is then at `previous`
 */
export function swapIn({ folder, next, previous }: Place, fileSystem: FileSystem): boolean {
  if (!exists(folder, fileSystem)) {
    fileSystem.renameSync(next, folder);
    return false;
  }

  fileSystem.renameSync(folder, previous);
  try {
    fileSystem.renameSync(next, folder);
    return true;
  } catch (error) {
    fileSystem.renameSync(previous, folder);
    throw error;
  }
}

/**
 * Removes the old tree, once the new one is in place. It takes the name of scrap first: a tree called `previous` is
 * whole at any instant, so that a run which finds the folder missing may put it back.
 */
export function discard({ shown, next, previous }: Place, fileSystem: FileSystem): void {
  try {
    fileSystem.renameSync(previous, next);
    removeTree(next, fileSystem);
  } catch (error) {
    throw asDiskError(shown, error, 'the new tree is in place, and the next run removes what is left of the old one');
  }
}

/** Removes a folder and all in it. Several times as fast as `rmSync`, which looks at each file before. */
export function removeTree(folder: string, fileSystem: FileSystem): void {
  for (const entry of entriesOf(folder, fileSystem)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeTree(path, fileSystem);
    else fileSystem.unlinkSync(path);
  }
  fileSystem.rmdirSync(folder);
}

function entriesOf(folder: string, fileSystem: FileSystem): Dirent[] {
  try {
    return fileSystem.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isSystemError(error, 'EACCES')) throw error;
    // A strict umask had made it unreadable, and the run was killed before it could say otherwise.
    fileSystem.chmodSync(folder, folderMode);
    return fileSystem.readdirSync(folder, { withFileTypes: true });
  }
}

/** What a folder of a tree allows, whatever the umask is. */
export const folderMode = 0o755;
