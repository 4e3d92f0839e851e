import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, ownMark } from '../../../lib/disk/process-mark.ts';
import type { ProcessMark } from '../../../lib/disk/process-mark.ts';

/** Nothing under a lock takes nearly as long. */
const abandonedAfter = 60 * 60_000;

/**
 * Runs `work` while no other process runs theirs under the same file. The lock of a dead process is taken over, and an
 * old one of a process that cannot be asked: of another machine, or from before a restart.
 */
export async function locked<T>(file: string, waiting: (owner: number) => void, work: () => Promise<T>): Promise<T> {
  for (let tries = 0; !take(file); tries += 1) {
    const owner = ownerOf(file);
    if (owner && isAbandoned(owner, file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (tries % 60 === 0) waiting(owner?.pid ?? 0);
    await sleep(500);
  }

  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take(file: string): boolean {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, JSON.stringify(ownMark()));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function ownerOf(file: string): ProcessMark | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessMark;
  } catch {
    return undefined; // released between two looks, or not yet written
  }
}

function isAbandoned(owner: ProcessMark, file: string): boolean {
  const running = isRunning(owner);
  if (running !== undefined) return !running;
  const { mtimeMs = Date.now() } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return Date.now() - mtimeMs > abandonedAfter;
}
