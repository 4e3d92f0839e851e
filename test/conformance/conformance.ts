import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parts } from './parts/index.ts';
import type { PartName } from './parts/index.ts';
import { noteLeft } from './parts/stay.ts';
import { reportFolder, repository } from './places.ts';
import { Supervisor } from './processes/supervisor.ts';
import { Ledger } from './report/ledger.ts';
import { markdown } from './report/markdown.ts';
import { progress } from './report/progress.ts';
import { ToolMissing, buildTools } from './toolbox/build.ts';

/** What a run is to do. */
export interface Wishes {
  readonly only: readonly PartName[];

  /** Whether the clusters stay up. */
  readonly keep: boolean;

  /** Whether somebody only wants to look at the running platform. */
  readonly look: boolean;
}

/** Runs the parts, and writes the report. Returns 0 when all passed, 1 when not, 2 when it could not run. */
export async function conformance({ only, keep, look }: Wishes): Promise<number> {
  const started = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const supervisor = new Supervisor(join(folder, 'logs'));
  const ledger = new Ledger();
  endOnInterrupt(supervisor, folder);
  try {
    for (const name of only) {
      await supervisor.stopAll();
      await buildTools(parts[name].families);
      await runPart(name, { ledger, supervisor, folder, dist: join(repository, 'dist'), look });
    }
  } catch (error) {
    if (!(error instanceof ToolMissing)) throw error;
    console.error(error.message);
    return 2;
  } finally {
    if (keep) noteLeft(folder, supervisor.leave());
    else await supervisor.stopAll();
    writeReport(ledger, folder, [`parts: ${only.join(', ')}`, `${Math.round((Date.now() - started) / 1000)} s in all`]);
    if (!keep) rmSync(folder, { recursive: true, force: true });
  }
  return ledger.failures === 0 ? 0 : 1;
}

/** A part that breaks is a failure of its own; the others still run. */
async function runPart(name: PartName, setting: Parameters<(typeof parts)[PartName]['run']>[0]): Promise<void> {
  const book = setting.ledger.part(name);
  try {
    await parts[name].run(setting);
  } catch (error) {
    if (error instanceof ToolMissing) throw error;
    await book.tries('the part runs to its end', () => Promise.reject(error as Error));
  }
  for (const casualty of setting.supervisor.casualties()) {
    await book.tries('every program runs until it is stopped', () => Promise.reject(new Error(casualty)));
  }
}

function writeReport(ledger: Ledger, folder: string, facts: readonly string[]): void {
  const report = join(reportFolder, 'report.md');
  rmSync(reportFolder, { recursive: true, force: true });
  mkdirSync(reportFolder, { recursive: true });
  cpSync(join(folder, 'logs'), join(reportFolder, 'logs'), { recursive: true });
  writeFileSync(report, markdown(ledger.entries, facts));
  const all = ledger.entries.length;
  progress(`${all - ledger.failures} of ${all} trials without failure; see ${report}`);
}

/** The first signal ends everything in order; a second one at once, for the end of this process kills its children. */
function endOnInterrupt(supervisor: Supervisor, folder: string): void {
  let told = false;
  const end = (): void => {
    if (told) process.exit(130);
    told = true;
    void supervisor.stopAll().finally(() => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(130);
    });
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end);
}
