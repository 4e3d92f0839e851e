import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repository } from '../conformance/places.ts';
import { RunRecord, leftovers } from '../conformance/processes/run-record.ts';
import { progress } from '../conformance/report/progress.ts';
import { install } from './install.ts';
import type { Orders, Wishes } from './orders.ts';
import { folderPrefix } from './places.ts';
import { report } from './report.ts';
import { makeGroup, makeRunGroup, removeGroups } from './world/control-groups.ts';
import { hostFacts } from './world/host-facts.ts';
import { machineAddresses, machineFile } from './world/machine-addresses.ts';
import { watchMemory } from './world/memory-watch.ts';
import { World } from './world/world.ts';

/**
 * Plays the whole system in a world of its own, tries it, and writes the report.
 *
 * @returns whether nothing failed
 * @throws ToolMissing before anything is tried, when a tool is not there and cannot be had
 */
export async function live(wishes: Wishes): Promise<boolean> {
  for (const { folder } of leftovers(folderPrefix)) progress(`an earlier run left ${folder}: npm run live -- down`);
  const { tools, images } = await install(wishes);
  const folder = mkdtempSync(folderPrefix);
  const run = basename(folder);
  let kept = false;
  try {
    const before = await hostFacts(tools);
    makeRunGroup(run);
    const memory = watchMemory(run);
    const started = Date.now();
    const world = await startWorld({ ...wishes, folder, run, dist: join(repository, 'dist'), images }, tools);
    kept = await Promise.race([world.ended.then(() => false), isKept(folder)]);
    if (kept) leave(world, folder);
    const after = await hostFacts(tools);
    return await report(folder, { before, after, mostMemory: memory.end(), milliseconds: Date.now() - started });
  } finally {
    if (!kept) cleanUp(folder, run);
  }
}

async function startWorld(orders: Orders, tools: string): Promise<World> {
  const { folder, run } = orders;
  const file = join(folder, 'orders.json');
  writeFileSync(file, JSON.stringify(orders), { mode: 0o600 });
  writeFileSync(join(folder, machineFile), JSON.stringify(await machineAddresses()));
  const world = new World(folder, tools, makeGroup(run, 'world'), file, new RunRecord(folder));
  endOnInterrupt(world, folder, run);
  return world;
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
