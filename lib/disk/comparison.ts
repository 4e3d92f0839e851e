import { constants } from 'node:fs';
import { join } from 'node:path';
import { UnknownFilesError } from './disk-error.ts';
import type { FileSystem } from './file-system.ts';
import { folderOf, foldersOf } from './folders.ts';
import type { Listing } from './listing.ts';
import type { Place } from './place.ts';
import type { Owned } from './refusals.ts';

/** What has to happen for the files on the disk to become the files that were asked for. Sorted paths. */
export interface Comparison {
  readonly written: readonly string[];
  readonly kept: readonly string[];
  readonly removed: readonly string[];

  /** What desktops and editors left in folders that stay. */
  readonly litter: readonly string[];
}

/**
 * Compares files byte by byte, so that a checkout with other line ends is seen as different.
 *
 * @throws UnknownFilesError where the program owns some file neither by its text nor by being equal to what is asked
 * for; an empty file, which power loss may leave, holds nothing to protect and may be written over
 */
export function comparisonOf(
  place: Place,
  listing: Listing,
  files: ReadonlyMap<string, string>,
  owned: Owned,
  fileSystem: FileSystem,
): Comparison {
  const kept: string[] = [];
  const removed: string[] = [];
  const unknown: string[] = [...listing.strange];

  for (const path of listing.files) {
    const wanted = files.get(path);
    const bytes = fileSystem.readFileSync(join(place.folder, path));
    const free = bytes.length === 0 && wanted !== undefined;

    if (wanted !== undefined && bytes.equals(Buffer.from(wanted))) kept.push(path);
    else if (!free && !owned(path, bytes.toString('utf8'))) unknown.push(path);
    else if (wanted === undefined) removed.push(path);
  }

  if (unknown.length > 0) throw new UnknownFilesError(place.shown, unknown.sort());
  const same = new Set(kept);
  const folders = foldersOf(files.keys());
  return {
    written: [...files.keys()].filter(path => !same.has(path)).sort(),
    kept,
    removed,
    litter: listing.litter.filter(path => folders.has(folderOf(path))),
  };
}

/**
 * Asks whether the old folders may be written. A swap needs that only of the folder around them, but who took the
 * permission away wants them left alone, and taking the old tree apart would fail halfway.
 */
export function assertWritable(place: Place, listing: Listing, fileSystem: FileSystem): void {
  for (const folder of listing.folders.keys()) fileSystem.accessSync(join(place.folder, folder), constants.W_OK);
}
