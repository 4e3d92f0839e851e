import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { asDiskError, isSystemError } from './disk-error.ts';

export interface WatchOptions {
  /**
   * How long it must have been quiet before a change is told, in milliseconds: an editor saves in several steps.
   *
   * @default 100
   */
  readonly quiet?: number;
}

/** Gets the changed paths, sorted, each below one of the folders as they were named. */
export type OnChange = (paths: readonly string[]) => void | Promise<void>;

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
  const watching = new Watching(folders, onChange, options.quiet ?? 100);
  try {
    watching.followAll();
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
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private state: 'idle' | 'telling' | 'stopped' = 'idle';

  private readonly folders: readonly string[];
  private readonly onChange: OnChange;
  private readonly quiet: number;

  constructor(folders: readonly string[], onChange: OnChange, quiet: number) {
    this.folders = folders;
    this.onChange = onChange;
    this.quiet = quiet;
  }

  followAll(): void {
    for (const folder of this.folders) this.follow(folder);
  }

  stop(): void {
    this.state = 'stopped';
    clearTimeout(this.timer);
    for (const watcher of this.watches.values()) watcher.close();
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
      this.note(path);
    });
    return watcher.on('error', () => this.note(folder));
  }

  private forget(folder: string): void {
    for (const [path, watcher] of this.watches) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watcher.close();
      this.watches.delete(path);
    }
  }

  private note(path: string): void {
    this.changed.add(path);
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    if (this.state === 'idle') this.timer = setTimeout(() => void this.tell(), this.quiet);
  }

  private async tell(): Promise<void> {
    this.state = 'telling';
    // New folders are followed before the change is told: who reads them then misses nothing that came before.
    for (const folder of this.folders) this.followIfThere(folder);
    const paths = [...this.changed].sort();
    this.changed.clear();
    await this.onChange(paths);

    if (this.isStopped()) return;
    this.state = 'idle';
    if (this.changed.size > 0) this.wait();
  }

  // A method, since the compiler believes that the state cannot change while it waits.
  private isStopped(): boolean {
    return this.state === 'stopped';
  }
}

function counts(name: string): boolean {
  return !name.startsWith('.') && !name.endsWith('~') && name !== 'node_modules';
}
