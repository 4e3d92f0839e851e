import { readdirSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { Coalesced } from './coalesced.ts';
import type { OnChange } from './coalesced.ts';
import { asDiskError, isSystemError } from './disk-error.ts';

export interface WatchOptions {
  /**
   * How long it must have been quiet before a change is told, in milliseconds: an editor saves in several steps.
   *
   * @default 100
   */
  readonly quiet?: number;

  /** Single files to watch, too; nothing else counts in the folders that they lie in. @default - none */
  readonly files?: readonly string[];

  /**
   * Whether `onChange` is called once at the start, with no paths. What changes meanwhile is told after it, so that
   * nothing is lost between a first look and the watch.
   *
   * @default false
   */
  readonly atOnce?: boolean;
}

/**
 * Watches folders with all they hold, folders made later included. Hidden files, `~` copies and `node_modules` do not
 * count: editors keep their notes there.
 *
 * @param folders one that goes away itself is followed again at the first change after it is back
 * @param onChange never runs twice at a time; what changes meanwhile is told after. What it throws ends the program
 * @returns stops watching; a change not yet told is forgotten
 * @throws DiskError where a folder is missing or the system has no watches left
 */
export function watchFolders(folders: readonly string[], onChange: OnChange, options: WatchOptions = {}): () => void {
  const { quiet = 100, files = [], atOnce = false } = options;
  const watching = new Watching(folders, onChange, quiet);
  try {
    watching.start(files, atOnce);
  } catch (error) {
    watching.stop();
    throw asDiskError(folders.join(', '), error, 'nothing is watched');
  }
  return () => watching.stop();
}

/**
 * One watch for each folder. The recursive watch of Node 20 has one for each file on Linux instead, which goes on
 * watching the old file once an editor saved by putting a new one in its place.
 */
class Watching {
  private readonly watches = new Map<string, FSWatcher>();
  private readonly ofFiles: FSWatcher[] = [];
  private readonly changes: Coalesced;
  private readonly folders: readonly string[];

  constructor(folders: readonly string[], onChange: OnChange, quiet: number) {
    this.folders = folders;
    this.changes = new Coalesced(async paths => {
      // New folders are followed before the change is told: who reads them then misses nothing that came before.
      for (const folder of folders) this.followIfThere(folder);
      await onChange(paths);
    }, quiet);
  }

  start(files: readonly string[], atOnce: boolean): void {
    for (const folder of this.folders) this.follow(folder);
    for (const folder of new Set(files.map(file => dirname(file)))) {
      this.ofFiles.push(
        watch(folder, (_event, name) => {
          const path = join(folder, name ?? '');
          if (files.includes(path)) this.changes.note(path);
        }),
      );
    }
    if (atOnce) void this.changes.tell();
  }

  stop(): void {
    this.changes.stop();
    for (const watcher of [...this.watches.values(), ...this.ofFiles]) watcher.close();
    this.watches.clear();
  }

  private follow(folder: string): void {
    if (!this.watches.has(folder)) this.watches.set(folder, this.watchOf(folder));
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && counts(entry.name)) this.followIfThere(join(folder, entry.name));
    }
  }

  private followIfThere(folder: string): void {
    try {
      this.follow(folder);
    } catch (error) {
      // It went away while it was being looked at. The folder around it tells when it is back.
      if (!isSystemError(error, 'ENOENT', 'ENOTDIR')) throw error;
      this.forget(folder);
    }
  }

  private watchOf(folder: string): FSWatcher {
    const watcher = watch(folder, (event, name) => {
      if (name !== null && !counts(name)) return;
      const path = name === null ? folder : join(folder, name);
      // A folder that came back under its old name is another one, which the old watch does not see. The end of the
      // watched folder itself is told under its own name.
      if (event === 'rename') this.forget(name === basename(folder) ? folder : path);
      this.changes.note(path);
    });
    return watcher.on('error', () => this.changes.note(folder));
  }

  private forget(folder: string): void {
    for (const [path, watcher] of this.watches) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      this.watches.delete(path);
    }
  }
}

function counts(name: string): boolean {
  return !name.startsWith('.') && !name.endsWith('~') && name !== 'node_modules';
}
