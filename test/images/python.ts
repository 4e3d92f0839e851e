import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcome } from '../conformance/processes/execute.ts';
import { progress } from '../conformance/report/progress.ts';
import { ToolMissing } from '../conformance/toolbox/tool-missing.ts';

/** The oldest Python for which the pinned packages are made. */
const least = [3, 11] as const;

/** Where Python lies, and its version. */
export interface Python {
  readonly program: string;
  readonly version: string;
}

/** The Python of this machine. @throws ToolMissing where there is none that will do */
export async function findPython(program = 'python3'): Promise<Python> {
  const { code, stdout } = await outcome(program, ['-c', 'import platform; print(platform.python_version())']);
  const version = stdout.trim();
  const must = `must be there, ${least.join('.')} or newer: images are programs in Python`;
  if (code !== 0) throw new ToolMissing(`${program}: is not on this machine, and ${must}`);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < least[0] || (major === least[0] && minor < least[1])) {
    throw new ToolMissing(`${program}: is Python ${version}, and one ${must}`);
  }
  return { program, version };
}

/** A virtual environment with the packages that an image's `requirements/` pin. @returns its interpreter */
export async function environmentFor(image: string, python: Python, cache: string): Promise<string> {
  const folder = join(image, 'requirements');
  const files = readdirSync(folder).sort();
  const key = createHash('sha256').update(python.version);
  for (const file of files) key.update(readFileSync(join(folder, file)));
  const stamp = key.digest('hex');
  const home = join(cache, `${image.split('/').at(-1)!}-python`);
  const interpreter = join(home, 'bin/python');
  if (existsSync(join(home, 'stamp')) && readFileSync(join(home, 'stamp'), 'utf8') === stamp) return interpreter;

  progress(`installing what ${folder} pins`);
  rmSync(home, { recursive: true, force: true });
  await done(python.program, ['-m', 'venv', home], 'a virtual environment must be makable (Debian: python3-venv)');
  const pip = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--require-hashes',
    '--only-binary=:all:',
  ];
  const wanted = files.flatMap(file => ['--requirement', join(folder, file)]);
  await done(interpreter, [...pip, ...wanted], 'the pinned packages must be installable');
  writeFileSync(join(home, 'stamp.new'), stamp);
  renameSync(join(home, 'stamp.new'), join(home, 'stamp'));
  return interpreter;
}

async function done(program: string, args: readonly string[], must: string): Promise<void> {
  const { code, stdout, stderr } = await outcome(program, args);
  if (code === 0) return;
  throw new ToolMissing(
    `${program} ${args.slice(0, 3).join(' ')}: ended with ${code}, and ${must}\n${stderr || stdout}`,
  );
}
