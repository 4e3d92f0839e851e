import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { markOf, runs } from '../processes/process-mark.ts';
import type { ProcessMark } from '../processes/process-mark.ts';

/** Runs `work` while no other process runs theirs under the same file; the lock of a dead process is taken over. */
export async function locked<T>(file: string, waiting: (owner: number) => void, work: () => Promise<T>): Promise<T> {
  for (let tries = 0; !take(file); tries += 1) {
    const owner = ownerOf(file);
    if (owner && !runs(owner)) {
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
    writeSync(handle, JSON.stringify(markOf(process.pid)));
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
