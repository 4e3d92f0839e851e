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
import type { Maker } from './maker.ts';

/** Where a tag names none. */
const usual = '3.17.0';

/** What the image with the ending `-full` has beside MLflow itself: `--expose-prometheus` fails without. */
const packagesOf = (version: string): string[] => [`mlflow==${version}`, 'prometheus-flask-exporter==0.23.2'];

const python = { name: 'python', packages: ['python3', 'libgomp1', 'libstdc++6', 'dash', 'coreutils'], whole: true };
const home = '/opt/mlflow';

/** MLflow's server, from the packages that its image is made of. */
export const mlflow: Readonly<Record<string, Maker>> = {
  'ghcr.io/mlflow/mlflow': {
    stands: 'real',
    installs: ({ tag }) => install(versionOf(tag)),
    // 3.16 adds columns. 3.17 adds tables, too, and where one is missing MLflow changes the schema by itself.
    promoted: ['v3.15.2-full', 'v3.16.1-full'],
    note: ({ tag }) => {
      const version = versionOf(tag);
      return `MLflow ${version} from PyPI${tag === `v${version}-full` ? '' : `, in place of ${tag}`}`;
    },
    image: ({ tag }) => ({
      layers: [debianLayer(python), environmentLayer(environment(versionOf(tag)))],
      start: {
        command: ['python3'],
        env: {
          PATH: `${home}/bin:/usr/local/bin:/usr/bin:/bin`,
          PYTHONPATH: home,
          LANG: 'C.UTF-8',
        },
      },
    }),
  },
};

function versionOf(tag: string): string {
  return /^v(\d+\.\d+\.\d+)-full$/.exec(tag)?.[1] ?? usual;
}

function environment(version: string): string {
  return toolFolder(`mlflow-${version}`);
}

function environmentLayer(folder: string): Layer {
  return { key: readFileSync(join(folder, 'stamp'), 'utf8'), fill: () => folder, without: ['./stamp'] };
}

async function install(version: string): Promise<void> {
  await installDebian(python);
  const folder = environment(version);
  const packages = packagesOf(version);
  const stamp = createHash('sha256')
    .update(JSON.stringify([1, packages, debianKey(python)]))
    .digest('hex');
  await once(
    `mlflow-${version}`,
    () => existsSync(join(folder, 'stamp')) && readFileSync(join(folder, 'stamp'), 'utf8') === stamp,
    async () => {
      progress(`installing ${packages.join(', ')}`);
      const fresh = `${folder}.fresh`;
      rmSync(fresh, { recursive: true, force: true });
      await fetchPackages(packages, join(fresh, home));
      await compile(fresh);
      writeFileSync(join(fresh, 'stamp'), stamp);
      rmSync(folder, { recursive: true, force: true });
      renameSync(fresh, folder);
    },
  );
}

/** Wheels for the Python of the image, whichever this machine has. */
async function fetchPackages(packages: readonly string[], target: string): Promise<void> {
  const minor = readdirSync(join(debianFolder(python), 'usr', 'lib'))
    .find(name => /^python3\.\d+$/.test(name))!
    .slice(6);
  const platforms = ['manylinux_2_28', 'manylinux_2_17', 'manylinux2014'].map(name => `${name}_${machine()}`);
  const said = await outcome('python3', [
    ...['-m', 'pip', 'install', '--quiet', '--no-compile', '--disable-pip-version-check', '--root-user-action=ignore'],
    ...['--target', target, '--only-binary=:all:', '--python-version', minor, '--implementation', 'cp'],
    ...[`cp${minor.replace('.', '')}`, 'abi3', 'none'].flatMap(abi => ['--abi', abi]),
    ...[...platforms, 'any'].flatMap(platform => ['--platform', platform]),
    ...packages,
  ]);
  if (said.code !== 0) throw new ToolMissing(`mlflow: python3 -m pip cannot install it: ${said.stderr.trim()}`);

  // Nothing of it is read in a container: a sixth of the size.
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

/** Compiled once here, not at every start of a container that cannot write: by the Python that will read it. */
async function compile(folder: string): Promise<void> {
  const root = debianFolder(python);
  const libraries = readdirSync(join(root, 'usr', 'lib')).find(name => name.endsWith('-linux-gnu'))!;
  const folderOfLibraries = join(root, 'usr', 'lib', libraries);
  const loader = readdirSync(folderOfLibraries).find(name => name.startsWith('ld-linux'))!;
  await execute(
    join(folderOfLibraries, loader),
    [
      ...['--library-path', folderOfLibraries],
      ...[join(root, 'usr', 'bin', 'python3'), '-m', 'compileall', '-q', '-j', '2'],
      ...['--invalidation-mode', 'unchecked-hash', '-s', folder, join(folder, home)],
    ],
    { env: { ...process.env, PYTHONHOME: join(root, 'usr') } },
  );
}
