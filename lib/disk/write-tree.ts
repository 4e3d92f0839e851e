import { dirname } from 'node:path';
import { assertWritable, comparisonOf } from './comparison.ts';
import { asDiskError, DiskError } from './disk-error.ts';
import { exists, nodeFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { hasMoved, listingOf } from './listing.ts';
import type { Listing } from './listing.ts';
import { withLock } from './lock.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';
import { refuseBadTree } from './refusals.ts';
import type { Owned } from './refusals.ts';
import { stage, untouched } from './stage.ts';
import { discard, recover, removeTree, swapIn } from './swap.ts';

export interface WriteOptions {
  /** Tells a file that the program wrote from any other. Must hold of every file that is to be written, too. */
  readonly owned: Owned;

  /** @default - the real disk */
  readonly fileSystem?: FileSystem;
}

/** What a write changed. Sorted paths, relative to the folder. */
export interface WriteResult {
  /** Files that are new or have another text. */
  readonly written: readonly string[];

  /** How many files stayed as they were. */
  readonly unchanged: number;

  /** Files that the program wrote once and no longer does. */
  readonly removed: readonly string[];
}

/**
 * Makes a folder hold exactly these files: all of them, or, whatever happens, what it held before. The new tree is put
 * together beside the folder and takes its place by a rename; where nothing changed, nothing is touched. First of all
 * it mends what a killed run left behind.
 *
 * What desktops and editors leave behind is passed over: it stays, as the same file, where its folder stays, since a swap
 * file may hold somebody's last words; a folder that holds nothing else goes, and it goes with it.
 *
 * @param folder made where missing; a symbolic link stays, and what it leads to is replaced
 * @param files whole texts by path, relative and parted by `/`; this is the full tree
 * @throws RefusedTreeError where the files cannot form a tree; UnknownFilesError where the folder holds files that the
 * program does not own; LockedError where another process is writing it; DiskError for what the disk refuses
 */
export function writeTree(folder: string, files: ReadonlyMap<string, string>, options: WriteOptions): WriteResult {
  const { owned, fileSystem = nodeFileSystem } = options;
  refuseBadTree(folder, files, owned);
  try {
    const place = placeOf(folder, fileSystem);
    fileSystem.mkdirSync(dirname(place.folder), { recursive: true });
    return withLock(place, fileSystem, () => {
      recover(place, fileSystem);
      return replaceTree(place, files, owned, fileSystem);
    });
  } catch (error) {
    throw asDiskError(folder, error, untouched);
  }
}

function replaceTree(
  place: Place,
  files: ReadonlyMap<string, string>,
  owned: Owned,
  fileSystem: FileSystem,
): WriteResult {
  const listing = exists(place.folder, fileSystem) ? listingOf(place.folder, fileSystem) : nothing;
  const comparison = comparisonOf(place, listing, files, owned, fileSystem);
  const { written, kept, removed } = comparison;

  if (written.length + removed.length > 0 || listing.hollow) {
    assertWritable(place, listing, fileSystem);
    const leftOld = orClean(place, fileSystem, () => {
      stage(place, comparison, files, fileSystem);
      refuseMoved(place, listing, fileSystem);
      return swapIn(place, fileSystem);
    });
    if (leftOld) discard(place, fileSystem);
  }
  return { written, unchanged: kept.length, removed };
}

const nothing: Listing = { files: [], strange: [], litter: [], folders: new Map(), hollow: false };

function orClean<T>({ next }: Place, fileSystem: FileSystem, action: () => T): T {
  try {
    return action();
  } catch (error) {
    clean(next, fileSystem);
    throw error;
  }
}

function clean(next: string, fileSystem: FileSystem): void {
  try {
    if (exists(next, fileSystem)) removeTree(next, fileSystem);
  } catch {
    // The first error is the one to tell, and the next run removes it.
  }
}

/** Somebody's new file would go down with the old tree, unseen. */
function refuseMoved(place: Place, listing: Listing, fileSystem: FileSystem): void {
  if (!hasMoved(place.folder, listing, fileSystem)) return;
  throw new DiskError(
    `${place.shown}: a file came or went while it was being written, nothing else may write here; ${untouched}`,
  );
}
