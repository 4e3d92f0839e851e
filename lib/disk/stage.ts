import { join } from 'node:path';
import type { Comparison } from './comparison.ts';
import { asDiskError } from './disk-error.ts';
import type { FileSystem } from './file-system.ts';
import { foldersOf } from './folders.ts';
import type { Place } from './place.ts';
import { folderMode } from './swap.ts';

/**
 * Puts the whole new tree together at `next`. Files that stay are hard links to the old ones: no copying, and their
 * identity and times remain.
 *
 * Nothing is flushed to the platter: a flush for each file is seconds for thousands of files, and one of a folder says
 * nothing of the files in it. So the promise covers a killed process and a full disk; after a loss of power some new
 * files may be empty, which the next run sees and writes again.
 *
 * @throws DiskError which names the file that failed
 */
export function stage(
  place: Place,
  { written, kept, litter }: Comparison,
  files: ReadonlyMap<string, string>,
  fileSystem: FileSystem,
): void {
  const step = (path: string, action: () => void): void => located(`${place.shown}/${path}`, action);
  for (const folder of foldersOf(files.keys())) {
    step(folder, () => makeFolder(join(place.next, folder), fileSystem));
  }
  for (const path of [...kept, ...litter]) {
    step(path, () => keepFile(join(place.folder, path), join(place.next, path), fileSystem));
  }
  for (const path of written) {
    step(path, () => writeFile(join(place.next, path), files.get(path) ?? '', fileSystem));
  }
}

function located(where: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw asDiskError(where, error, untouched);
  }
}

/** How things are after an error before the swap. */
export const untouched = 'the tree is as it was';

function makeFolder(path: string, fileSystem: FileSystem): void {
  fileSystem.mkdirSync(path);
  fileSystem.chmodSync(path, folderMode);
}

function keepFile(from: string, to: string, fileSystem: FileSystem): void {
  try {
    fileSystem.linkSync(from, to);
  } catch {
    // Some disks know no hard links, and Linux refuses them for files of another user. A full disk fails here too.
    const { atime, mtime } = fileSystem.lstatSync(from);
    fileSystem.copyFileSync(from, to);
    fileSystem.utimesSync(to, atime, mtime);
  }
}

function writeFile(path: string, text: string, fileSystem: FileSystem): void {
  // Never over an existing file: the old tree may share it.
  fileSystem.writeFileSync(path, text, { flag: 'wx' });
  fileSystem.chmodSync(path, fileMode);
}

const fileMode = 0o644;
