import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StageTimes } from '../lib/model/stages.ts';
import { growthOf, predicted } from './growth.ts';
import { measured } from './measure.ts';
import type { Run } from './measure.ts';
import type { Tool } from './tools.ts';

/** Seconds that one run may take. */
export const limit = 120;

/** Figures of one tool at one size. */
export interface Row {
  readonly tool: string;

  /** Objects of each environment. */
  readonly objects: number;

  /** Median of the runs; null where it was left out. */
  readonly seconds: number | null;
  readonly seconds_inside: number | null;
  readonly rss_mb: number | null;

  /** Objects that it rendered, in all environments that it renders. */
  readonly rendered: number | null;
  readonly runs: number;

  /** Milliseconds of each stage, in the run that is the median; null for what has none. */
  readonly stages: StageTimes | null;

  /** Why there are no figures. */
  readonly left_out?: string;
}

/**
 * Figures of one tool at every size, smallest first; a size that it would take too long for is left out.
 *
 * @param folder free, and left full: a disk without a journal gives out the number of a removed file only minutes later,
 *   and looks long for others, so whatever is removed between two runs makes the next one several times as slow
 */
export async function rowsOf(tool: Tool, sizes: readonly number[], folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const objects of [...sizes].sort((a, b) => a - b)) {
    const reason = tooLong(predicted(rows, objects));
    const runs = reason === undefined ? await runsOf(tool, objects, join(folder, String(objects))) : [];
    rows.push(rowOf(tool.name, objects, runs, reason ?? `took over ${limit} s`));
  }
  return rows;
}

function tooLong(seconds: number): string | undefined {
  if (seconds <= limit) return undefined;
  return Number.isFinite(seconds) ? `would take about ${Math.round(seconds)} s` : 'a smaller size took too long';
}

/** The median of runs as figures. @param reason why there are none, where there are none */
export function rowOf(tool: string, objects: number, runs: readonly Run[], reason = ''): Row {
  const run = [...runs].sort((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)];
  return {
    tool,
    objects,
    seconds: rounded(run?.seconds, 3),
    seconds_inside: rounded(run?.inside, 3),
    rss_mb: rounded(run?.megabytes, 0),
    rendered: run?.rendered ?? null,
    runs: runs.length,
    stages: run?.stages ?? null,
    ...(!run && { left_out: reason }),
  };
}

/** Growth of each tool: 1 is linear, 2 means four times the time for twice the objects. */
export function growthByTool(rows: readonly Row[]): Record<string, number | null> {
  const names = [...new Set(rows.map(({ tool }) => tool))];
  return Object.fromEntries(names.map(name => [name, rounded(growthOf(rows.filter(({ tool }) => tool === name)), 2)]));
}

/** Several runs; none where one takes too long. */
async function runsOf(tool: Tool, objects: number, folder: string): Promise<Run[]> {
  const input = join(folder, 'input');
  mkdirSync(input, { recursive: true });
  if (tool.prepare) await measured(tool.prepare(objects, input), join(folder, 'prepare.out'), limit);

  const runs: Run[] = [];
  do {
    const output = join(folder, `output-${runs.length}`); // each run writes anew
    mkdirSync(output);
    const run = await measured(tool.run(objects, tool.prepare ? input : output), join(folder, 'run.out'), limit);
    if (!run) return [];
    runs.push(run);
  } while (runs.length < wanted(runs[0]!.seconds));
  return runs;
}

/** More runs where they are short, because a short one is easily disturbed. */
function wanted(seconds: number): number {
  if (seconds < 2) return 5;
  return seconds < 10 ? 3 : 1;
}

function rounded(value: number | undefined, digits: number): number | null {
  return value === undefined ? null : Number(value.toFixed(digits));
}
