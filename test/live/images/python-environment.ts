import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, outcome } from '../../conformance/processes/execute.ts';
import { progress } from '../../conformance/report/progress.ts';
import { debianFolder, debianKey, installDebian } from '../../conformance/toolbox/debian.ts';
import { once, toolFolder } from '../../conformance/toolbox/once.ts';
import { ToolMissing } from '../../conformance/toolbox/tool-missing.ts';
import { debianLayer } from './debian-layer.ts';
import type { Layer } from './image.ts';

/** Packages for the Python of an image. */
export interface PythonEnvironment {
  /** Of its folder. */
  readonly name: string;

  /** What pip is told to install: names with versions, or files that list them with their hashes. */
  readonly packages: readonly string[] | { readonly files: readonly string[] };
}

const python = { name: 'python', packages: ['python3', 'libgomp1', 'libstdc++6', 'dash', 'coreutils'], whole: true };

/** Where the packages lie in the image. */
export const environmentHome = '/opt/packages';

/** What a program needs to run with its packages. */
export const pythonVariables = {
  PATH: `${environmentHome}/bin:/usr/local/bin:/usr/bin:/bin`,
  PYTHONPATH: environmentHome,
  LANG: 'C.UTF-8',
} as const;

/** Python itself, and the packages. */
export function pythonLayers(environment: PythonEnvironment): Layer[] {
  const folder = environmentFolder(environment);
  return [
    debianLayer(python),
    { key: readFileSync(join(folder, 'stamp'), 'utf8'), fill: () => folder, without: ['./stamp'] },
  ];
}

/** Where the packages lie on this machine; they are below `environmentHome` in it. */
export function environmentFolder({ name }: PythonEnvironment): string {
  return toolFolder(name);
}

/** Puts the packages in their place. @throws ToolMissing where they cannot be had */
export async function installEnvironment({ name, packages }: PythonEnvironment): Promise<void> {
  await installDebian(python);
  const folder = toolFolder(name);
  const listed = 'files' in packages ? packages.files : undefined;
  const told = listed === undefined ? packages : listed.map(file => readFileSync(file, 'utf8'));
  const stamp = createHash('sha256')
    .update(JSON.stringify([2, told, debianKey(python)]))
    .digest('hex');
  await once(
    name,
    () => existsSync(join(folder, 'stamp')) && readFileSync(join(folder, 'stamp'), 'utf8') === stamp,
    async () => {
      progress(`installing packages of ${name}`);
      const fresh = `${folder}.fresh`;
      rmSync(fresh, { recursive: true, force: true });
      const wanted =
        listed === undefined
          ? (packages as readonly string[])
          : ['--require-hashes', ...listed.flatMap(file => ['--requirement', file])];
      await fetchPackages(name, wanted, join(fresh, environmentHome));
      await runPython([
        '-m',
        'compileall',
        '-q',
        '-j',
        '2',
        ...compiledOnce,
        '-s',
        fresh,
        join(fresh, environmentHome),
      ]);
      writeFileSync(join(fresh, 'stamp'), stamp);
      rmSync(folder, { recursive: true, force: true });
      renameSync(fresh, folder);
    },
  );
}

// Compiled once here, not at every start of a container that cannot write: by the Python that will read it.
const compiledOnce = ['--invalidation-mode', 'unchecked-hash'];

/** Runs the Python of the image on this machine. */
export async function runPython(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  const root = debianFolder(python);
  const libraries = readdirSync(join(root, 'usr', 'lib')).find(name => name.endsWith('-linux-gnu'))!;
  const folderOfLibraries = join(root, 'usr', 'lib', libraries);
  const loader = readdirSync(folderOfLibraries).find(name => name.startsWith('ld-linux'))!;
  await execute(
    join(folderOfLibraries, loader),
    ['--library-path', folderOfLibraries, join(root, 'usr', 'bin', 'python3'), ...args],
    { env: { ...process.env, PYTHONHOME: join(root, 'usr'), ...env } },
  );
}

/** Wheels for the Python of the image, whichever this machine has. */
async function fetchPackages(name: string, wanted: readonly string[], target: string): Promise<void> {
  const minor = readdirSync(join(debianFolder(python), 'usr', 'lib'))
    .find(each => /^python3\.\d+$/.test(each))!
    .slice(6);
  const platforms = ['manylinux_2_28', 'manylinux_2_27', 'manylinux_2_17', 'manylinux2014'];
  const said = await outcome('python3', [
    ...['-m', 'pip', 'install', '--quiet', '--no-compile', '--disable-pip-version-check', '--root-user-action=ignore'],
    ...['--target', target, '--only-binary=:all:', '--python-version', minor, '--implementation', 'cp'],
    ...[`cp${minor.replace('.', '')}`, 'abi3', 'none'].flatMap(abi => ['--abi', abi]),
    ...[...platforms.map(platform => `${platform}_${machine()}`), 'any'].flatMap(platform => ['--platform', platform]),
    ...wanted,
  ]);
  if (said.code !== 0) throw new ToolMissing(`${name}: python3 -m pip cannot install it: ${said.stderr.trim()}`);
  strip(target);
}

/** Nothing of it is read in a container: a sixth of the size. */
function strip(target: string): void {
  const isUseless = /(^|\/)(tests?|include)$|\.(pyx|pxd|h|a)$/;
  for (const path of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
    if (isUseless.test(path) && !path.startsWith('bin/')) rmSync(join(target, path), { recursive: true, force: true });
  }
  for (const file of readdirSync(join(target, 'bin'))) {
    const path = join(target, 'bin', file);
    const text = readFileSync(path, 'utf8');
    if (/^#!.*python/.test(text)) writeFileSync(path, text.replace(/^#!.*/, '#!/usr/bin/python3'));
  }
}

function machine(): string {
  return process.arch === 'arm64' ? 'aarch64' : 'x86_64';
}
