import { join } from 'node:path';
import { asDiskError, DiskError, isSystemError, UnknownFilesError } from './disk-error.ts';
import { exists, nodeFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { listingOf } from './listing.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';

/**
 * The texts of a folder by path, sorted, but for what desktops and editors leave behind; a missing folder holds none.
 * It needs no lock and waits for nobody: where a writer swaps the folder meanwhile it starts again, and where one died
 * between the two renames it reads the old tree.
 *
 * @throws UnknownFilesError for what is no plain file, such as a symbolic link; DiskError for what the disk refuses
 */
export function readTree(folder: string, fileSystem: FileSystem = nodeFileSystem): Map<string, string> {
  try {
    const place = placeOf(folder, fileSystem);
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const texts = settledTexts(place, fileSystem);
      if (texts !== undefined) return texts;
    }
  } catch (error) {
    throw asDiskError(folder, error, 'nothing was read');
  }
  throw new DiskError(`${folder}: was replaced ${mostAttempts} times while it was read, it must stay for a moment`);
}

// A writer needs longer for one swap than a reader for one look, so the second attempt is rarely the last needed.
const mostAttempts = 20;

/** The texts, or `undefined` where the tree was swapped while they were read. */
function settledTexts(place: Place, fileSystem: FileSystem): Map<string, string> | undefined {
  const root = [place.folder, place.previous].find(path => exists(path, fileSystem));
  if (root === undefined) return exists(place.folder, fileSystem) ? undefined : new Map();

  const before = identityOf(root, fileSystem);
  try {
    const texts = textsOf(place.shown, root, fileSystem);
    return identityOf(root, fileSystem) === before ? texts : undefined;
  } catch (error) {
    if (identityOf(root, fileSystem) === before && !isSystemError(error, 'ENOENT')) throw error;
    return undefined;
  }
}

/** Tells one folder from another that takes its name; a rename, too, changes the time. */
function identityOf(root: string, fileSystem: FileSystem): string {
  const status = fileSystem.lstatSync(root, { bigint: true, throwIfNoEntry: false });
  return `${status?.ino} ${status?.ctimeNs}`;
}

function textsOf(shown: string, root: string, fileSystem: FileSystem): Map<string, string> {
  const { files, strange } = listingOf(root, fileSystem);
  if (strange.length > 0) throw new UnknownFilesError(shown, strange);
  return new Map(files.map(path => [path, fileSystem.readFileSync(join(root, path), 'utf8')]));
}
