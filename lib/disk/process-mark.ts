import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Which process this is. The number alone does not tell, since numbers are given out again.
 */
export interface ProcessMark {
  readonly pid: number;

  /** When it started, in ticks since the machine did; `0` where the system does not say. */
  readonly start: string;

  /** The machine, its current boot and its space of process numbers: a container counts its processes anew. */
  readonly home: string;
}

/** The mark of this process. */
export function ownMark(): ProcessMark {
  return markOf(process.pid);
}

/** The mark of a process of this machine, which must be there. */
export function markOf(pid: number): ProcessMark {
  return { pid, start: statusOf(String(pid))?.start ?? '0', home: ownHome() };
}

/** Whether a process is still there. One that is elsewhere cannot be asked: `undefined`. */
export function isRunning({ pid, start, home }: ProcessMark): boolean | undefined {
  if (home !== ownHome()) return undefined;
  if (!answers(pid)) return false;

  const status = statusOf(String(pid));
  if (status === undefined) return true;
  return !status.dead && (start === '0' || status.start === start);
}

function ownHome(): string {
  const boot = orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const numbers = orNothing(() => readlinkSync('/proc/self/ns/pid'));
  return createHash('sha256').update([hostname(), boot, numbers].join('\n')).digest('hex').slice(0, 8);
}

function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user may not be signalled, and exists.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What Linux says of a process: fields 3 (state) and 22 (start) of proc(5). Its name, field 2, may hold anything. */
function statusOf(process: string): { start: string; dead: boolean } | undefined {
  const text = orNothing(() => readFileSync(`/proc/${process}/stat`, 'utf8'));
  if (text === undefined) return undefined;

  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  // A killed process keeps its number as long as its parent does not ask for the outcome.
  return { start: fields[19] ?? '0', dead: fields[0] === 'Z' || fields[0] === 'X' };
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
