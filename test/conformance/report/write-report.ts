import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reportFolder, repository } from '../places.ts';
import { execute } from '../processes/execute.ts';
import { locked } from '../toolbox/lock.ts';
import type { Ledger } from './ledger.ts';
import { markdown } from './markdown.ts';
import { progress } from './progress.ts';

/** Writes what a run has to say in place of what the one before had: the report, and the logs beside it. */
export async function writeReport(
  ledger: Ledger,
  logs: string,
  facts: readonly string[],
  milliseconds: number,
): Promise<void> {
  const fresh = `${reportFolder}.${process.pid}`;
  mkdirSync(dirname(fresh), { recursive: true });
  cpSync(logs, join(fresh, 'logs'), { recursive: true });
  writeFileSync(
    join(fresh, 'report.md'),
    markdown(ledger.entries, [
      ...facts,
      `dist/ of ${await commit()}`,
      `${Math.round(milliseconds / 1000)} s in all`,
    ]),
  );
  // Two runs may end in the same moment.
  await locked(
    `${reportFolder}.lock`,
    () => undefined,
    async () => {
      rmSync(reportFolder, { recursive: true, force: true });
      renameSync(fresh, reportFolder);
    },
  );
  const all = ledger.entries.length;
  progress(`${all - ledger.failures} of ${all} trials without failure; see ${join(reportFolder, 'report.md')}`);
}

async function commit(): Promise<string> {
  const git = (...args: readonly string[]): Promise<string> => execute('git', ['-C', repository, ...args]);
  const status = await git('status', '--porcelain', '--', 'dist');
  const changed = status === '' ? '' : ', with changes that are not committed';
  return `${(await git('rev-parse', '--short', 'HEAD')).trim()}${changed}`;
}
