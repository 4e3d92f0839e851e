import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import type { StageTimes } from '../lib/model/stages.ts';
import type { Outcome } from './programs/outcome.ts';

/** One run of a command. */
export interface Run extends Pick<Outcome, 'rendered'> {
  /** Seconds of the whole process, from its start to its end. */
  readonly seconds: number;

  /** Seconds of its work alone. Undefined for the programs of others, which do not say. */
  readonly inside?: number;

  /** The most memory that it had. Undefined where neither it nor the system says. */
  readonly megabytes?: number;

  /** What its time went into. Undefined where it is not the command `synth`. */
  readonly stages?: StageTimes;
}

/**
 * Runs a command in a process of its own, its output going to a file.
 *
 * @param limit seconds after which it is stopped
 * @returns undefined where it was stopped
 * @throws Error where it fails
 */
export async function measured(command: readonly string[], output: string, limit: number): Promise<Run | undefined> {
  const file = openSync(output, 'w');
  const start = performance.now();
  const child = spawn(command[0]!, command.slice(1), { stdio: ['ignore', file, 'inherit'] });
  let peak: number | undefined;
  const watch = setInterval(() => (peak = peakOf(child.pid) ?? peak), 20);
  const stop = setTimeout(() => child.kill(), limit * 1000);
  const code = await new Promise<number | null>((resolve, reject) => child.once('exit', resolve).once('error', reject));
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  clearTimeout(stop);
  closeSync(file);

  if (code === null && seconds >= limit) return undefined;
  if (code !== 0) throw new Error(`bench: '${command.join(' ')}' ended with ${code}, it must end with 0`);
  const text = readFileSync(output, 'utf8');
  return { seconds, megabytes: peak, ...stagesIn(text), ...outcomeIn(text) };
}

/** Megabytes that a process had at most so far, where the system tells. */
function peakOf(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined; // it has just ended
  }
}

/** What `synth --json` says of itself, whatever is printed before and after. */
function stagesIn(output: string): Pick<Run, 'stages'> {
  const found = /"stages": (\{[^}]*\})/.exec(output)?.[1];
  return found === undefined ? {} : { stages: JSON.parse(found) as StageTimes };
}

/** What our programs print last; of others, the objects that they printed. */
function outcomeIn(output: string): Outcome | Pick<Outcome, 'rendered'> {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  if (last.startsWith('{"rendered"')) return JSON.parse(last) as Outcome;
  return { rendered: output.match(/^kind: /gm)?.length ?? 0 };
}
