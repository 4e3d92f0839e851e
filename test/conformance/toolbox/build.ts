import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, outcome } from '../processes/execute.ts';
import { cache, modules } from '../places.ts';
import { progress } from '../report/progress.ts';
import { families } from './catalogue.ts';
import type { Family } from './catalogue.ts';
import { locked } from './lock.ts';

/** Thrown when a tool that must already be on the machine is not there. */
export class ToolMissing extends Error {
  override readonly name = 'ToolMissing';
}

/**
 * Builds what the families pin and is not built yet, one after the other, since a build alone uses every core.
 *
 * @throws ToolMissing without a Go toolchain
 */
export async function buildTools(names: readonly string[]): Promise<void> {
  const go = await outcome('go', ['version']);
  if (go.code !== 0) throw new ToolMissing('go: is not on the PATH, and the conformance suite builds its tools with it');

  const wanted = families.filter(({ name }) => names.includes(name));
  const stale = wanted.filter(family => !isBuilt(family, go.stdout));
  if (stale.length === 0) return;

  mkdirSync(join(cache, 'tools'), { recursive: true });
  await locked(join(cache, 'build.lock'), owner => progress(`waiting for the builds of process ${owner}`), async () => {
    for (const family of stale) if (!isBuilt(family, go.stdout)) await build(family, go.stdout);
  });
}

/** Path of a program of a family. */
export function tool(family: string, program = family): string {
  return join(folderOf(family), program);
}

function folderOf(name: string): string {
  return join(cache, 'tools', name);
}

function isBuilt(family: Family, go: string): boolean {
  const stamp = join(folderOf(family.name), 'stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(family, go);
}

/** What decides the bytes of the programs: the pinned modules, the flags and the compiler. */
function stampOf(family: Family, go: string): string {
  const pins = ['go.mod', 'go.sum'].map(file => readFileSync(join(modules, family.name, file), 'utf8'));
  return createHash('sha256').update(JSON.stringify([family, go, ...pins])).digest('hex');
}

async function build(family: Family, go: string): Promise<void> {
  const started = Date.now();
  const fresh = `${folderOf(family.name)}.${process.pid}`;
  progress(`building ${family.programs.map(({ name }) => name).join(', ')}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });

  const variables = Object.entries(family.variables ?? {}).map(([name, value]) => `-X ${name}=${value}`);
  for (const { name, source } of family.programs) {
    await execute('nice', [
      '-n', '19', 'go', 'build', '-mod=readonly', '-buildvcs=false', '-trimpath', '-pgo=off', '-p', '2',
      '-ldflags', ['-s', '-w', ...variables].join(' '), '-o', join(fresh, name), source,
    ], { cwd: join(modules, family.name), env: { ...process.env, CGO_ENABLED: '0', GOTOOLCHAIN: 'local' } });
  }

  // The stamp is written last and the folder moved whole, so a killed build leaves nothing that looks finished.
  writeFileSync(join(fresh, 'stamp'), stampOf(family, go));
  rmSync(folderOf(family.name), { recursive: true, force: true });
  renameSync(fresh, folderOf(family.name));
  progress(`built ${family.name} in ${Math.round((Date.now() - started) / 1000)} s`);
}
