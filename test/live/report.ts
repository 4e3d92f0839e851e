import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ledger, demandNone } from '../conformance/report/ledger.ts';
import type { Entry } from '../conformance/report/ledger.ts';
import { writeReport } from '../conformance/report/write-report.ts';
import { families } from './install.ts';
import { entriesFile } from './orders.ts';
import { reportFolder } from './places.ts';
import { differences } from './world/host-facts.ts';
import type { HostFacts } from './world/host-facts.ts';

/** What became of the machine meanwhile. */
export interface Aftermath {
  readonly before: HostFacts;
  readonly after: HostFacts;

  /** Most bytes that all processes of the run had at a time. */
  readonly mostMemory: number;
  readonly milliseconds: number;
}

const gigabyte = 1e9;
const budget = 12;

/** Writes the report of what was tried inside, and of what became of the machine. @returns whether nothing failed */
export async function report(folder: string, aftermath: Aftermath): Promise<boolean> {
  const { before, after, mostMemory, milliseconds } = aftermath;
  const ledger = new Ledger();
  ledger.entries.push(...entriesIn(folder));
  const book = ledger.part('machine');
  if (ledger.entries.length === 0) {
    await book.tries('what runs inside ends in order', () => Promise.reject(new Error('it said nothing')));
  }
  await book.tries('the machine is as it was: network, firewall, kernel settings, resolver, control groups', () => {
    demandNone(differences(before, after), 'differences');
    return Promise.resolve([`${before.size} facts compared`]);
  });
  await book.tries(`all of it takes less than ${budget} GB of memory`, () => {
    const most = `${(mostMemory / gigabyte).toFixed(1)} GB at most`;
    if (mostMemory > budget * gigabyte) throw new Error(most);
    return Promise.resolve([most]);
  });
  await writeReport(ledger, join(folder, 'logs'), {
    title: 'Live',
    folder: reportFolder,
    facts: [],
    families,
    milliseconds,
  });
  return ledger.failures === 0;
}

function entriesIn(folder: string): Entry[] {
  const file = join(folder, entriesFile);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Entry[]) : [];
}
