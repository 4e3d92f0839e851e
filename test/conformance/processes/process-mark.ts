import { readFileSync } from 'node:fs';

/** One process, and no other that has its number later. */
export interface ProcessMark {
  readonly pid: number;

  /** When it began, in the kernel's ticks since the machine did. */
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

/** The second word of the line is the program's name, which may hold anything; what follows it are single words. */
function beginOf(pid: number): string | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...words] = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : words[18];
  } catch {
    return undefined;
  }
}
