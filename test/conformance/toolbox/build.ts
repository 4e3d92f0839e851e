import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../processes/execute.ts';
import { progress } from '../report/progress.ts';
import { families, familyOf } from './catalogue.ts';
import { completed } from './completed-module.ts';
import { pinsOf } from './family.ts';
import type { Family } from './family.ts';
import { once, toolFolder } from './once.ts';
import { ownProgram, ownVersions } from './own-program.ts';

/**
 * Builds what the families pin and is not built yet, one after the other, since a build alone uses every core. Nothing
 * is built where somebody has named programs of their own.
 *
 * @throws ToolMissing for such a program that is not there or does not run, before anything is built
 */
export async function buildTools(names: readonly string[]): Promise<void> {
  const built: Family[] = [];
  for (const family of families.filter(({ name }) => names.includes(name))) {
    if ((await ownVersions(family)) === undefined) built.push(family);
  }
  if (built.length === 0) return;
  const go = await execute('go', ['version']);
  for (const family of built) {
    await once(
      family.name,
      () => isBuilt(family, go),
      () => build(family, go),
    );
  }
}

/** Path of a program of a family: the built one, unless somebody has named one of their own. */
export function tool(family: string, program = family): string {
  return ownProgram(familyOf(family), program) ?? join(toolFolder(family), program);
}

function isBuilt(family: Family, go: string): boolean {
  const stamp = join(toolFolder(family.name), 'stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(family, go);
}

/** What decides the bytes of the programs: the pinned modules, what is written here, the flags and the compiler. */
function stampOf(family: Family, go: string): string {
  const folder = pinsOf(family);
  const pins = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /(^go\.(mod|sum)|\.go)$/.test(file))
    .sort()
    .map(file => readFileSync(join(folder, file), 'utf8'));
  return createHash('sha256')
    .update(JSON.stringify([family, go, ...pins]))
    .digest('hex');
}

/**
 * For `sh`: runs a program with what others leave of the processors. `nice` alone counts only among the processes of one
 * session, and this has one of its own. https://man7.org/linux/man-pages/man7/sched.7.html
 */
const aside = ['-c', '{ echo 19 > /proc/self/autogroup; } 2> /dev/null; exec nice -n 19 "$@"', 'sh'];

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
    'sh',
    [
      ...aside,
      'go',
      'build',
      '-mod=readonly',
      '-buildvcs=false',
      '-trimpath',
      '-pgo=off',
      ...(family.tags ? ['-tags', family.tags.join(',')] : []),
      ...(family.completes ? [`-modfile=${await completed(family, join(fresh, 'source'))}`] : []),
      '-ldflags',
      ['-s', '-w', ...variables].join(' '),
      '-o',
      others.length === 0 ? join(fresh, only.name) : `${fresh}/`,
      ...family.programs.map(({ source }) => source),
    ],
    { cwd: pinsOf(family), env: { ...process.env, CGO_ENABLED: '0', GOTOOLCHAIN: 'local' } },
  );
  rmSync(join(fresh, 'source'), { recursive: true, force: true });

  // The stamp is written last and the folder moved whole, so a killed build leaves nothing that looks finished.
  writeFileSync(join(fresh, 'stamp'), stampOf(family, go));
  rmSync(toolFolder(family.name), { recursive: true, force: true });
  renameSync(fresh, toolFolder(family.name));
  progress(`built ${family.name} in ${Math.round((Date.now() - started) / 1000)} s`);
}
