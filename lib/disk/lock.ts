import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { isSystemError, LockedError } from './disk-error.ts';
import type { FileSystem } from './file-system.ts';
import type { Place } from './place.ts';
import { isRunning, ownMark } from './process-mark.ts';
import type { ProcessMark } from './process-mark.ts';
import { folderMode } from './swap.ts';

/**
 * Does something that only one process may do to a folder at a time.
 *
 * The lock is a folder of claims, one empty file per process, named after it. A process first makes its claim and
 * then looks around: of two, at least one sees the other, so never do both go on. There is no single lock file
 * to take over from a dead process, which two could do at once; the claim of a dead process is removed by name,
 * and that name never comes back.
 *
 * @throws LockedError where another process holds the folder
 */
export function withLock<T>(place: Place, fileSystem: FileSystem, action: () => T): T {
  const claim = heldClaim(place, fileSystem);
  try {
    return action();
  } finally {
    withdraw(place, claim, fileSystem);
  }
}

// Processes that ask at the same instant see each other, step back and ask again, a few milliseconds apart.
const mostAttempts = 50;

function heldClaim(place: Place, fileSystem: FileSystem): string {
  const mark = ownMark();
  let seen: readonly string[] = [];

  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const claim = [mark.pid, mark.start, mark.home, randomUUID().slice(0, 8)].join('.');
    const others = rivalsOf(place, claim, mark, fileSystem);
    if (others.length === 0) return claim;
    withdraw(place, claim, fileSystem);

    // One who merely asks steps back at once, and asks under a new name. A claim seen twice belongs to a writer.
    const holder = others.find(other => seen.includes(other));
    if (holder !== undefined) throw refusal(place, holder);
    seen = others;
    pause(2 + Math.random() * 20);
  }
  throw refusal(place, seen[0] ?? '');
}

/** Makes a claim, then looks who else has one. */
function rivalsOf(place: Place, claim: string, own: ProcessMark, fileSystem: FileSystem): string[] {
  try {
    makeClaim(place, claim, fileSystem);
    return othersOf(place, claim, own, fileSystem);
  } catch (error) {
    withdraw(place, claim, fileSystem);
    throw error;
  }
}

function makeClaim({ lock }: Place, claim: string, fileSystem: FileSystem): void {
  for (let attempt = 1; ; attempt++) {
    makeFolder(lock, fileSystem);
    try {
      return fileSystem.writeFileSync(join(lock, claim), '');
    } catch (error) {
      // The last one out took the folder along.
      if (!isSystemError(error, 'ENOENT') || attempt === mostAttempts) throw error;
    }
  }
}

/** Not `recursive`, which looks at a folder that it found and throws where another process removed it in between. */
function makeFolder(lock: string, fileSystem: FileSystem): void {
  try {
    fileSystem.mkdirSync(lock);
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return;
    throw error;
  }
  // A strict umask may have made it one that nothing can be put into.
  quietly(() => fileSystem.chmodSync(lock, folderMode));
}

/** The claims of others. Those of processes that are gone are removed on the way. */
function othersOf({ lock }: Place, claim: string, own: ProcessMark, fileSystem: FileSystem): string[] {
  return fileSystem
    .readdirSync(lock)
    .sort()
    .filter(other => {
      const mark = markOf(other);
      if (mark === undefined || other === claim) return false;
      // Nothing here waits, so a second claim of this very process is one that it could not withdraw.
      if (!isSame(mark, own) && isLive(join(lock, other), mark, fileSystem)) return true;
      quietly(() => fileSystem.unlinkSync(join(lock, other)));
      return false;
    });
}

/** What a claim says of its process. Other files may lie in the folder (a file browser leaves some): `undefined`. */
function markOf(claim: string): ProcessMark | undefined {
  const [pid, start, home, once] = claim.split('.');
  if (once === undefined || !/^\d+$/.test(pid ?? '')) return undefined;
  return { pid: Number(pid), start: start ?? '', home: home ?? '' };
}

function isSame(one: ProcessMark, other: ProcessMark): boolean {
  return one.pid === other.pid && one.start === other.start && one.home === other.home;
}

// Far longer than a tree takes to write. Only claims of another machine or container are judged by it.
const longestWrite = 120_000;

function isLive(path: string, mark: ProcessMark, fileSystem: FileSystem): boolean {
  const running = isRunning(mark);
  if (running !== undefined) return running;
  const status = fileSystem.lstatSync(path, { throwIfNoEntry: false });
  return status !== undefined && Date.now() - status.mtimeMs < longestWrite;
}

function refusal({ shown, lock }: Place, claim: string): LockedError {
  return new LockedError(shown, markOf(claim)?.pid ?? 0, basename(lock));
}

function withdraw({ lock }: Place, claim: string, fileSystem: FileSystem): void {
  // A claim that stays behind dies with this process, and must not hide what happened under it.
  quietly(() => fileSystem.unlinkSync(join(lock, claim)));
  quietly(() => fileSystem.rmdirSync(lock));
}

function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // The caller has nothing to do about it.
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
