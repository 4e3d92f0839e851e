import { basename, dirname, join, resolve } from 'node:path';
import { DiskError } from './disk-error.ts';
import type { FileSystem } from './file-system.ts';

/** Where a tree lies, and the names beside it that a swap uses. All are in one folder, hence on one disk. */
export interface Place {
  /** The folder as the caller named it, for messages. */
  readonly shown: string;

  /** The real folder, behind any symbolic link. It may be missing. */
  readonly folder: string;

  /** Scrap: a tree being put together or taken apart. Whoever finds it under the lock may remove it. */
  readonly next: string;

  /** The whole old tree, there only while the new one takes its place. */
  readonly previous: string;

  /** Folder of the claims to write. */
  readonly lock: string;
}

/**
 * The place of a folder. A symbolic link is followed by hand, since in the middle of a swap it leads nowhere.
 *
 * @throws DiskError where the folder is the root of the disk, or its links form a circle
 */
export function placeOf(shown: string, fileSystem: FileSystem): Place {
  const folder = realFolder(shown, fileSystem);
  const name = basename(folder);
  if (name === '') throw new DiskError(`${shown}: is the root of the disk, the tree must have a folder of its own`);

  const beside = (suffix: string): string => join(dirname(folder), `.${name}.${suffix}`);
  return { shown, folder, next: beside('next'), previous: beside('previous'), lock: beside('lock') };
}

// As many as Linux itself follows.
const mostLinks = 40;

function realFolder(shown: string, fileSystem: FileSystem): string {
  let folder = resolve(shown);
  for (let links = 0; links < mostLinks; links++) {
    const status = fileSystem.lstatSync(folder, { throwIfNoEntry: false });
    if (!status?.isSymbolicLink()) return folder;
    folder = resolve(fileSystem.realpathSync(dirname(folder)), fileSystem.readlinkSync(folder));
  }
  throw new DiskError(`${shown}: is a circle of symbolic links, they must lead to a folder`);
}
