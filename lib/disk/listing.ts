import { join } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { isLitter } from './litter.ts';

/** What a folder holds, by paths relative to it and parted by `/`. */
export interface Listing {
  /** Plain files, sorted. */
  readonly files: readonly string[];

  /** What is neither a plain file nor a folder, such as symbolic links, sorted. */
  readonly strange: readonly string[];

  /** Plain files that desktops and editors leave behind, sorted; they are in no other list. */
  readonly litter: readonly string[];

  /** Each folder (the root is the empty path) with the time when an entry last came or went, in nanoseconds. */
  readonly folders: ReadonlyMap<string, bigint>;

  /** Whether some folder below the root holds no file but litter, not even deeper down. */
  readonly hollow: boolean;
}

/** Lists a folder that exists. Links are not followed. */
export function listingOf(root: string, fileSystem: FileSystem): Listing {
  const files: string[] = [];
  const strange: string[] = [];
  const litter: string[] = [];
  const folders = new Map<string, bigint>();
  let hollow = false;

  function walk(folder: string): void {
    const before = files.length + strange.length;
    // The time is read first: an entry that comes after it shows, even while the folder is being read.
    folders.set(folder, changedAt(join(root, folder), fileSystem));
    for (const entry of fileSystem.readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (!entry.isFile()) strange.push(path);
      else (isLitter(path) ? litter : files).push(path);
    }
    hollow ||= folder !== '' && files.length + strange.length === before;
  }

  walk('');
  return { files: files.sort(), strange: strange.sort(), litter: litter.sort(), folders, hollow };
}

/** Whether an entry came to a listed folder, or went from it, since. */
export function hasMoved(root: string, { folders }: Listing, fileSystem: FileSystem): boolean {
  return [...folders].some(([folder, time]) => changedAt(join(root, folder), fileSystem) !== time);
}

function changedAt(folder: string, fileSystem: FileSystem): bigint {
  return fileSystem.lstatSync(folder, { bigint: true }).mtimeNs;
}
