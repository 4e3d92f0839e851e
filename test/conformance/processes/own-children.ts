import type { ChildProcess } from 'node:child_process';

const children = new Set<ChildProcess>();

/** Makes the end of this process the end of that one, too. */
export function remember(child: ChildProcess): void {
  children.add(child);
  child.once('exit', () => forget(child));
}

/** Leaves it alone from here on: it has ended, or is to outlive this process. */
export function forget(child: ChildProcess): void {
  children.delete(child);
}

/** Sends a signal to the group of a process that this one started, if it still runs. */
export function signal({ pid, exitCode, signalCode }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;

  try {
    process.kill(-pid, name);
  } catch {
    // It ended in this moment.
  }
}

process.on('exit', () => children.forEach(child => signal(child, 'SIGKILL')));
