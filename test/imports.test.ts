import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/**
 * Which folder may import which: this table is the architecture. Types may also be taken from a folder that is not
 * listed, where the text says so: they leave nothing in the running program.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['argocd', 'lib/cli', 'lib/clusters', 'lib/components', 'overlays'],
  'argocd': ['argocd', 'lib/checks', 'lib/clusters', 'lib/constructs', 'lib/model', 'lib/synth', 'overlays'],
  'overlays': ['argocd', 'lib/components', 'lib/model', 'overlays'],
  'lib/cli': ['lib/checks', 'lib/cli', 'lib/disk', 'lib/model', 'lib/synth'],
  'lib/checks': ['lib/checks', 'lib/clusters', 'lib/components', 'lib/constructs', 'lib/model', 'lib/synth'],
  'lib/clusters': ['lib/clusters', 'lib/constructs', 'lib/model', 'lib/synth'],
  'lib/synth': ['lib/constructs', 'lib/model', 'lib/synth'],
  'lib/components': ['lib/components', 'lib/constructs', 'lib/model', 'lib/synth', 'imports'],
  'lib/constructs': ['lib/constructs', 'lib/model'],
  'lib/disk': ['lib/disk'],
  'lib/kinds': ['lib/kinds', 'lib/model', 'lib/yaml'],
  'lib/model': ['lib/model'],
};

const typesOnly: readonly (readonly [from: string, to: string])[] = [
  ['overlays', 'argocd'], // names of clusters
  ['lib/constructs', 'lib/components'], // names of endpoints
];

const files = sourceFiles();

test.each(files.map(file => [file]))('%s imports only what its folder may', file => {
  const allowed = mayImport[folderOf(file)];

  const wrong = importsOf(file)
    .filter(({ to, isType }) => !(allowed ?? []).includes(folderOf(to)) && !(isType && allowsType(file, to)))
    .map(({ to }) => to);

  expect(allowed).toBeDefined();
  expect(wrong).toEqual([]);
});

test('only lib/disk touches the disk', () => {
  const others = files.filter(file => folderOf(file) !== 'lib/disk' && /from '(node:)?fs/.test(text(file)));

  expect(others).toEqual([]);
});

test('services do not import each other', () => {
  const wrong = files
    .filter(file => /^lib\/components\/[^/]+\/(?!index)/.test(file))
    .flatMap(file =>
      importsOf(file)
        .filter(({ to }) => /^lib\/components\/[^/]+\//.test(to) && componentOf(to) !== componentOf(file))
        .filter(({ isType }) => !isType)
        .map(({ to }) => `${file} imports ${to}`),
    );

  expect(wrong).toEqual(shared);
});

// What a component states for others to read is data, and no service.
const shared = [
  'lib/components/monitoring/metrics/platform-programs.ts imports lib/components/edge-models/model-metrics.ts',
];

test('no folder or file is named for nothing', () => {
  expect(
    files.filter(file => /(^|\/)(utils?|helpers?|common|misc|types|manager|handler)(\/|\.ts$)/.test(file)),
  ).toEqual([]);
});

function sourceFiles(): string[] {
  const below = ['argocd', 'overlays', 'lib'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
  );
  return ['main.ts', ...below.filter(file => file.endsWith('.ts'))].sort();
}

function importsOf(file: string): { to: string; isType: boolean }[] {
  return [...text(file).matchAll(/^(?:import|export) (type )?(?:[^;'"]*? from )?'(\.[^']+)';/gms)].map(
    ([, type, to]) => ({ to: relative(root, resolve(root, dirname(file), to!)), isType: type !== undefined }),
  );
}

function folderOf(file: string): string {
  if (!file.includes('/')) return file;
  return file
    .split('/')
    .slice(0, file.startsWith('lib/') ? 2 : 1)
    .join('/');
}

function allowsType(from: string, to: string): boolean {
  return typesOnly.some(([a, b]) => folderOf(from) === a && folderOf(to) === b);
}

function componentOf(file: string): string | undefined {
  return file.split('/')[2];
}

function text(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
