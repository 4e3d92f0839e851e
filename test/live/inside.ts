// What runs inside a world of its own: `inside.ts <file>`, a JSON file of its `Orders`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supervisor } from '../conformance/processes/supervisor.ts';
import { Ledger } from '../conformance/report/ledger.ts';
import { entriesFile } from './orders.ts';
import type { Orders } from './orders.ts';
import { tryPlatform } from './try-platform.ts';

const orders = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Orders;
const { folder } = orders;
const ledger = new Ledger();
const supervisor = new Supervisor(join(folder, 'logs'), { add: () => undefined });
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => process.exit(130));

const book = ledger.part('live');
try {
  await tryPlatform(orders, ledger, supervisor);
} catch (error) {
  await book.tries('the suite runs to its end', () => Promise.reject(error as Error));
}
for (const casualty of supervisor.casualties()) {
  await book.tries('every program runs until it is stopped', () => Promise.reject(new Error(casualty)));
}
writeFileSync(join(folder, entriesFile), JSON.stringify(ledger.entries));
if (orders.keep) {
  supervisor.leave();
  writeFileSync(join(folder, 'keep'), '');
}
process.exit(0); // the end of a world's first process ends whatever is left in it
