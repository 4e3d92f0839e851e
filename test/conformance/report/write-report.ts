import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '../places.ts';
import { execute } from '../processes/execute.ts';
import { locked } from '../toolbox/lock.ts';
import { told } from '../toolbox/told-versions.ts';
import type { Ledger } from './ledger.ts';
import { markdown } from './markdown.ts';
import { progress } from './progress.ts';

/** Whose report it is, and what it says besides what was tried. */
export interface Report {
  /** Heading. */
  readonly title: string;

  /** Folder that it takes the place of. */
  readonly folder: string;

  /** A line each. */
  readonly facts: readonly string[];

  /** Families of the tools that were there. */
  readonly families: readonly string[];
  readonly milliseconds: number;
}

/** Writes what a run has to say in place of what the one before had: the report, and the logs beside it. */
export async function writeReport(
  ledger: Ledger,
  logs: string,
  { title, folder, facts, families, milliseconds }: Report,
): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(dirname(fresh), { recursive: true });
  cpSync(logs, join(fresh, 'logs'), { recursive: true });
  writeFileSync(
    join(fresh, 'report.md'),
    markdown(title, ledger.entries, [
      ...facts,
      `dist/ of ${await commit()}`,
      await told(families),
      `${Math.round(milliseconds / 1000)} s in all`,
    ]),
  );
  // Two runs may end in the same moment.
  await locked(
    `${folder}.lock`,
    () => undefined,
    async () => {
      rmSync(folder, { recursive: true, force: true });
      renameSync(fresh, folder);
    },
  );
  const all = ledger.entries.length;
  progress(`${all - ledger.failures} of ${all} trials without failure; see ${join(folder, 'report.md')}`);
}

async function commit(): Promise<string> {
  const git = (...args: readonly string[]): Promise<string> => execute('git', ['-C', repository, ...args]);
  const status = await git('status', '--porcelain', '--', 'dist');
  const changed = status === '' ? '' : ', with changes that are not committed';
  return `${(await git('rev-parse', '--short', 'HEAD')).trim()}${changed}`;
}
