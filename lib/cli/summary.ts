import pico from 'picocolors';
import type { WriteResult } from '../disk/index.ts';
import type { StageTimes } from '../model/stages.ts';
import type { Synthesis } from '../synthesis.ts';
import { borderless } from './borderless.ts';

/** What a synth did, for machines and for the table. */
export interface Summary {
  readonly rows: readonly SummaryRow[];
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly milliseconds: number;

  /** Where they went, and before them those from the start of the process until the synthesis began. */
  readonly stages: StageTimes;
}

/** One unit of delivery. */
export interface SummaryRow {
  readonly environment: string | null;
  readonly component: string;
  readonly cluster: string;
  readonly objects: number;
  readonly patches: number;
  readonly written: number;
  readonly unchanged: number;
}

/** @param writing milliseconds that writing took, on top of the synthesis' own */
export function summaryOf({ units, stages }: Synthesis, result: WriteResult, writing: number): Summary {
  const written = new Set(result.written);
  const times = { ...stages, write: writing };
  const rows = units.map(unit => {
    const count = [...unit.files.keys()].filter(path => written.has(path)).length;
    return {
      environment: unit.environment ?? null,
      component: unit.component,
      cluster: unit.cluster,
      objects: unit.manifests.length,
      patches: unit.patches,
      written: count,
      unchanged: unit.files.size - count,
    };
  });
  return {
    rows,
    written: result.written.length,
    unchanged: result.unchanged,
    removed: result.removed.length,
    milliseconds: Object.values(times).reduce((sum, time) => sum + time) - times.startUp,
    stages: times,
  };
}

/** The table that ends a synth. */
export function summaryText({ rows, written, unchanged, removed, milliseconds }: Summary): string {
  const table = borderless(['component', 'environment', 'cluster'], ['objects', 'patches', 'written', 'unchanged']);
  for (const row of rows) {
    table.push([
      row.component,
      row.environment ?? '',
      row.cluster,
      row.objects,
      row.patches || '',
      row.written > 0 ? pico.green(String(row.written)) : '',
      row.unchanged || '',
    ]);
  }
  const total =
    written + removed === 0
      ? `dist/ was already what the code says: ${unchanged} files unchanged`
      : `dist/: ${written} files written, ${removed} removed, ${unchanged} unchanged`;
  return `${table.toString()}\n\n${pico.bold(total)}, ${milliseconds} ms\n`;
}
