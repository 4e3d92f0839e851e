import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repository } from '../conformance/places.ts';
import { RunRecord, leftovers } from '../conformance/processes/run-record.ts';
import { Ledger, demandNone } from '../conformance/report/ledger.ts';
import type { Entry } from '../conformance/report/ledger.ts';
import { progress } from '../conformance/report/progress.ts';
import { writeReport } from '../conformance/report/write-report.ts';
import { families, install } from './install.ts';
import type { Orders, Wishes } from './orders.ts';
import { folderPrefix, reportFolder } from './places.ts';
import { makeRunGroup, mostMemory, removeGroups } from './world/control-groups.ts';
import { differences, hostFacts } from './world/host-facts.ts';
import type { HostFacts } from './world/host-facts.ts';
import { machineAddresses, machineFile } from './world/machine-addresses.ts';
import { World } from './world/world.ts';

/**
 * Plays the whole system in a world of its own, tries it, and writes the report.
 *
 * @returns whether nothing failed
 * @throws ToolMissing before anything is tried, when a tool is not there and cannot be had
 */
export async function live(wishes: Wishes): Promise<boolean> {
  for (const { folder } of leftovers(folderPrefix)) progress(`an earlier run left ${folder}: npm run live -- down`);
  const { tools, images } = await install();
  const folder = mkdtempSync(folderPrefix);
  const run = basename(folder);
  let kept = false;
  try {
    const before = await hostFacts(tools);
    makeRunGroup(run);
    const started = Date.now();
    const world = await startWorld({ ...wishes, folder, run, dist: join(repository, 'dist'), images }, tools);
    kept = await Promise.race([world.ended.then(() => false), isKept(folder)]);
    if (kept) leave(world, folder);
    return await reported(folder, run, before, await hostFacts(tools), started);
  } finally {
    if (!kept) cleanUp(folder, run);
  }
}

async function startWorld(orders: Orders, tools: string): Promise<World> {
  const { folder, run } = orders;
  const file = join(folder, 'orders.json');
  writeFileSync(file, JSON.stringify(orders), { mode: 0o600 });
  writeFileSync(join(folder, machineFile), JSON.stringify(await machineAddresses()));
  const world = new World(folder, tools, file, new RunRecord(folder));
  endOnInterrupt(world, folder, run);
  return world;
}

/** Writes the report of what was tried inside, and of what became of the machine. */
async function reported(
  folder: string,
  run: string,
  before: HostFacts,
  after: HostFacts,
  started: number,
): Promise<boolean> {
  const ledger = new Ledger();
  ledger.entries.push(...entriesIn(folder));
  const book = ledger.part('machine');
  await book.tries('the machine is as it was: network, firewall, kernel settings, resolver, control groups', () => {
    demandNone(differences(before, after), 'differences');
    return Promise.resolve([`${before.size} facts compared`]);
  });
  if (ledger.entries.length === 1) {
    await book.tries('what runs inside ends in order', () => Promise.reject(new Error('it said nothing')));
  }
  const gigabytes = ((mostMemory(run) ?? 0) / 2 ** 30).toFixed(1);
  await writeReport(ledger, join(folder, 'logs'), {
    title: 'Live',
    folder: reportFolder,
    facts: [`at most ${gigabytes} GiB of memory for all nodes`],
    families,
    milliseconds: Date.now() - started,
  });
  return ledger.failures === 0;
}

/** Ends what an earlier run left up. */
export function cleanUp(folder: string, run: string): void {
  removeGroups(run);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The program inside writes this file last when the platform is to stay up. */
async function isKept(folder: string): Promise<boolean> {
  while (!existsSync(join(folder, 'keep'))) await new Promise(resolve => setTimeout(resolve, 500).unref());
  return true;
}

function entriesIn(folder: string): Entry[] {
  const file = join(folder, 'entries.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Entry[]) : [];
}

function leave(world: World, folder: string): void {
  world.leave();
  progress(`the platform stays up: nsenter --target "$(pgrep --parent ${world.pid})" --all --wd=/ bash`);
  progress(`in there: export KUBECONFIG=${folder}/<cluster>/kubeconfig-tailnet`);
  progress('npm run live -- down ends everything');
}

/** The first signal ends everything in order; a second one at once, for the end of this process kills the world. */
function endOnInterrupt(world: World, folder: string, run: string): void {
  let told = false;
  const end = (): void => {
    if (told) process.exit(130);
    told = true;
    world.interrupt();
    void world.ended.finally(() => {
      cleanUp(folder, run);
      process.exit(130);
    });
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, end);
}
