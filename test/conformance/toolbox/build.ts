import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../processes/execute.ts';
import { modules } from '../places.ts';
import { progress } from '../report/progress.ts';
import { families } from './catalogue.ts';
import type { Family } from './catalogue.ts';
import { once, toolFolder } from './once.ts';

/** Builds what the families pin and is not built yet, one after the other, since a build alone uses every core. */
export async function buildTools(names: readonly string[]): Promise<void> {
  const go = await execute('go', ['version']);
  for (const family of families.filter(({ name }) => names.includes(name))) {
    await once(
      family.name,
      () => isBuilt(family, go),
      () => build(family, go),
    );
  }
}

/** Path of a program of a family. */
export function tool(family: string, program = family): string {
  return join(toolFolder(family), program);
}

function isBuilt(family: Family, go: string): boolean {
  const stamp = join(toolFolder(family.name), 'stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(family, go);
}

/** What decides the bytes of the programs: the pinned modules, the flags and the compiler. */
function stampOf(family: Family, go: string): string {
  const pins = ['go.mod', 'go.sum'].map(file => readFileSync(join(modules, family.name, file), 'utf8'));
  return createHash('sha256')
    .update(JSON.stringify([family, go, ...pins]))
    .digest('hex');
}

async function build(family: Family, go: string): Promise<void> {
  const started = Date.now();
  const fresh = `${toolFolder(family.name)}.fresh`; // what a killed build left there goes
  progress(`building ${family.programs.map(({ name }) => name).join(', ')}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });

  // One call for all of its programs, so that what they share is compiled once and what is ready is linked meanwhile.
  const variables = Object.entries(family.variables ?? {}).map(([name, value]) => `-X ${name}=${value}`);
  const [only, ...others] = family.programs;
  await execute(
    'nice',
    [
      '-n',
      '19',
      'go',
      'build',
      '-mod=readonly',
      '-buildvcs=false',
      '-trimpath',
      '-pgo=off',
      `-tags=${(family.tags ?? []).join(',')}`,
      '-ldflags',
      ['-s', '-w', ...variables].join(' '),
      '-o',
      others.length === 0 ? join(fresh, only.name) : `${fresh}/`,
      ...family.programs.map(({ source }) => source),
    ],
    { cwd: join(modules, family.name), env: { ...process.env, CGO_ENABLED: '0', GOTOOLCHAIN: 'local' } },
  );

  // The stamp is written last and the folder moved whole, so a killed build leaves nothing that looks finished.
  writeFileSync(join(fresh, 'stamp'), stampOf(family, go));
  rmSync(toolFolder(family.name), { recursive: true, force: true });
  renameSync(fresh, toolFolder(family.name));
  progress(`built ${family.name} in ${Math.round((Date.now() - started) / 1000)} s`);
}
