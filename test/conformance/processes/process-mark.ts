import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** One process, and no other that has its number later. */
export interface ProcessMark {
  readonly pid: number;

  /** When it began, in whatever words the machine has for that. */
  readonly since: string;
}

/** The mark of a running process; undefined when none has that number. */
export function markOf(pid: number): ProcessMark | undefined {
  const since = beginOf(pid);
  return since === undefined ? undefined : { pid, since };
}

/** Whether that very process still runs. */
export function runs({ pid, since }: ProcessMark): boolean {
  return beginOf(pid) === since;
}

function beginOf(pid: number): string | undefined {
  if (existsSync('/proc/self/stat')) return beginOnLinux(pid);
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || undefined;
}

/** The second word of the line is the program's name, which may hold anything; what follows it are single words. */
function beginOnLinux(pid: number): string | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...words] = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : words[18];
  } catch {
    return undefined;
  }
}
