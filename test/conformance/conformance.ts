import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parts } from './parts/index.ts';
import type { PartName } from './parts/index.ts';
import type { Setting } from './parts/setting.ts';
import { reportFolder, repository } from './places.ts';
import { RunRecord, folderPrefix, leftovers } from './processes/run-record.ts';
import { Supervisor } from './processes/supervisor.ts';
import { Ledger } from './report/ledger.ts';
import { progress } from './report/progress.ts';
import { writeReport } from './report/write-report.ts';
import { buildTools } from './toolbox/build.ts';
import { requireGo, requirePrograms } from './toolbox/machine.ts';
import { refuseUnknownVariables } from './toolbox/own-program.ts';

/** What a run is to do. */
export interface Wishes {
  readonly only: readonly PartName[];

  /** Whether the clusters that were started last stay up. */
  readonly keep: boolean;

  /** Whether somebody only wants to look at the running platform. */
  readonly look: boolean;

  /** Whether the long cases are tried too. */
  readonly nightly: boolean;

  /** Words in the titles of the cases that are tried; empty for all. */
  readonly words: string;
}

/**
 * Runs the parts, and writes the report.
 *
 * @returns whether nothing failed
 * @throws ToolMissing before anything is tried, when a tool is not there and cannot be had
 */
export async function conformance(wishes: Wishes): Promise<boolean> {
  for (const { folder, servers } of leftovers()) {
    progress(`an earlier run left ${servers.length} programs and ${folder}: npm run conformance -- down`);
  }
  const folder = mkdtempSync(folderPrefix);
  const supervisor = new Supervisor(join(folder, 'logs'), new RunRecord(folder));
  endOnInterrupt(supervisor, folder);
  let keep = false;
  try {
    await install(wishes.only);
    keep = wishes.keep;
    return await runParts(wishes, supervisor, folder);
  } finally {
    if (keep) leave(supervisor);
    else rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Everything that the parts need, before the first begins: nobody wants to hear of it half an hour later.
 *
 * @throws ToolMissing when a tool is not there and cannot be had
 */
export async function install(only: readonly PartName[]): Promise<void> {
  refuseUnknownVariables();
  await requirePrograms(['git', 'go', 'openssl', 'nice', 'timeout']);
  await requireGo([1, 26]);
  await buildTools(familiesOf(only));
  for (const name of only) for (const step of parts[name].installs ?? []) await step();
}

function familiesOf(only: readonly PartName[]): string[] {
  return [...new Set(only.flatMap(name => parts[name].families))];
}

async function runParts({ only, keep, ...wishes }: Wishes, supervisor: Supervisor, folder: string): Promise<boolean> {
  const started = Date.now();
  const ledger = new Ledger();
  const setting = { ledger, supervisor, folder, dist: join(repository, 'dist'), ...wishes };
  for (const name of only) await runPart(name, setting);
  if (!keep) await supervisor.stopAll();
  await writeReport(ledger, join(folder, 'logs'), {
    title: 'Conformance',
    folder: reportFolder,
    facts: [`parts: ${only.join(', ')}`],
    families: familiesOf(only),
    milliseconds: Date.now() - started,
  });
  return ledger.failures === 0;
}

/** A part that breaks is a failure of its own; the others still run. */
async function runPart(name: PartName, setting: Setting): Promise<void> {
  const book = setting.ledger.part(name);
  try {
    await parts[name].run(setting);
  } catch (error) {
    await book.tries('the part runs to its end', () => Promise.reject(error as Error));
  }
  for (const casualty of setting.supervisor.casualties()) {
    await book.tries('every program runs until it is stopped', () => Promise.reject(new Error(casualty)));
  }
}

function leave(supervisor: Supervisor): void {
  const reachable = supervisor.leave().filter(({ kubeconfig }) => kubeconfig !== undefined);
  for (const { name, kubeconfig } of reachable) progress(`${name} stays up: export KUBECONFIG=${kubeconfig}`);
  progress('npm run conformance -- down ends everything');
}

/** The first signal ends everything in order; a second one at once, for the end of this process kills its children. */
function endOnInterrupt(supervisor: Supervisor, folder: string): void {
  let told = false;
  const end = (): void => {
    if (told) process.exit(130);
    told = true;
    process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    void supervisor.stopAll().finally(() => process.exit(130));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end);
}
