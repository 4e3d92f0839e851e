import { appendFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, markOf, ownMark } from '../../../lib/disk/process-mark.ts';
import type { ProcessMark } from '../../../lib/disk/process-mark.ts';
import { repository } from '../places.ts';

/** What the folders of runs begin with, below the machine's folder for temporary files. */
export const folderPrefix = join(tmpdir(), 'conformance-');

const fileName = 'processes.jsonl';

/** The first line of a record: the run itself, and whose it is. */
interface Run extends ProcessMark {
  readonly repository: string;
}

/** Which processes a run started, on disk: they can still be ended when the run itself was killed. */
export class RunRecord {
  private readonly file: string;

  /** @param folder of the run */
  constructor(folder: string) {
    this.file = join(folder, fileName);
    const run: Run = { ...ownMark(), repository };
    writeFileSync(this.file, `${JSON.stringify(run)}\n`);
  }

  /** Writes down a process that was just started. */
  add(pid: number): void {
    appendFileSync(this.file, `${JSON.stringify(markOf(pid))}\n`);
  }
}

/** What a run of this repository left that is over. */
export interface Leftover {
  readonly folder: string;

  /** Those that still run. */
  readonly servers: readonly ProcessMark[];
}

/** Everything that runs of this repository left which are over. @param prefix of their folders */
export function leftovers(prefix = folderPrefix): Leftover[] {
  return readdirSync(tmpdir())
    .map(name => join(tmpdir(), name))
    .filter(path => path.startsWith(prefix) && existsSync(join(path, fileName)))
    .map(folder => ({ folder, marks: marksIn(folder) }))
    .filter(({ marks: [run] }) => run && (run as Run).repository === repository && isRunning(run) === false)
    .map(({ folder, marks: [, ...servers] }) => ({ folder, servers: servers.filter(isRunning) }));
}

/** Ends all of that, and removes the folders. */
export async function endLeftovers(all: readonly Leftover[]): Promise<void> {
  for (const { folder, servers } of all) {
    await endAll(servers);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A line that was not written to its end is left out. */
function marksIn(folder: string): ProcessMark[] {
  const lines = readFileSync(join(folder, fileName), 'utf8').split('\n').slice(0, -1);
  return lines.map(line => JSON.parse(line) as ProcessMark);
}

/** Whoever writes to another is ended before it. */
async function endAll(marks: readonly ProcessMark[]): Promise<void> {
  const last = [...marks].reverse();
  for (const { pid } of last.filter(isRunning)) process.kill(-pid, 'SIGTERM');
  for (let tries = 0; tries < 80 && last.some(isRunning); tries += 1) await sleep(100);
  for (const { pid } of last.filter(isRunning)) process.kill(-pid, 'SIGKILL');
}
