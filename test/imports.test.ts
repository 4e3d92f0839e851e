import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/**
 * Which folder may import which besides itself, types included: this table is the architecture. A folder stands below
 * all that import it, so a look at the order of the rows shows that there is no way back up.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['overlays', 'argocd', 'imports', 'lib/cli'],
  'overlays': ['argocd', 'lib/components', 'lib/model'],
  'argocd': ['lib/argocd', 'lib/operators', 'lib/model'],
  'lib/cli': [
    'lib/alerts',
    'lib/capacity',
    'lib/tenants',
    'lib/import',
    'lib/chart',
    'lib/synthesis.ts',
    'lib/changes',
    'lib/checks',
    'lib/typings',
    'lib/kustomize',
    'lib/disk',
    'lib/model',
    'lib/yaml',
  ],
  'lib/import': ['lib/synthesis.ts', 'lib/checks', 'lib/kustomize', 'lib/kinds', 'lib/model', 'lib/yaml', 'lib/disk'],
  'lib/chart': ['lib/synthesis.ts', 'lib/kustomize', 'lib/model', 'lib/yaml', 'lib/disk'],
  'lib/synthesis.ts': [
    'lib/changes',
    'lib/checks',
    'lib/argocd',
    'lib/clusters',
    'lib/answers',
    'lib/synth',
    'lib/kinds',
    'lib/disk',
    'lib/model',
  ],
  'lib/changes': [
    'lib/checks',
    'lib/argocd',
    'lib/clusters',
    'lib/answers',
    'lib/synth',
    'lib/kustomize',
    'lib/kinds',
    'lib/model',
    'lib/yaml',
  ],
  'lib/capacity': ['lib/checks', 'lib/kinds', 'lib/model'],
  'lib/alerts': ['lib/failures', 'lib/model', 'lib/yaml'],
  'lib/tenants': ['lib/kinds', 'lib/model', 'lib/yaml'],
  'lib/failures': ['lib/checks', 'lib/synth', 'lib/kinds', 'lib/model', 'lib/yaml'],
  'lib/checks': ['lib/synth', 'lib/kinds', 'lib/model', 'lib/yaml'],
  'lib/argocd': ['lib/clusters', 'lib/answers', 'lib/kustomize', 'lib/kinds', 'lib/model', 'lib/yaml'],
  'lib/clusters': ['lib/answers', 'lib/synth', 'lib/kustomize', 'lib/kinds', 'lib/model', 'lib/yaml'],
  'lib/answers': ['lib/synth', 'lib/model', 'lib/yaml'],
  'lib/synth': ['lib/kustomize', 'lib/constructs', 'lib/model', 'lib/yaml'],
  'lib/components': ['imports', 'lib/services', 'lib/constructs', 'lib/model', 'lib/yaml'],
  'lib/operators': ['lib/model'],
  'lib/services': ['lib/constructs', 'lib/model', 'lib/yaml'],
  'imports': ['lib/model', 'lib/yaml'],
  'lib/constructs': ['lib/model'],
  'lib/kustomize': ['lib/model', 'lib/yaml'],
  'lib/kinds': ['lib/model', 'lib/yaml'],
  'lib/typings': ['lib/model', 'lib/yaml'],
  'lib/model': ['lib/yaml'],
  'lib/yaml': [],
  'lib/disk': [],
};

const files = sourceFiles();
const imports = new Map(files.map(file => [file, importsOf(file)]));

/** What runs when a file does: types leave nothing in the running program. */
const runs = new Map([...files, ...filesBelow('test')].map(file => [file, importsOf(file, '(?!type )')]));

test('the table knows every folder, and no way back up', () => {
  const order = Object.keys(mayImport);

  expect([...new Set(files.map(folderOf))].filter(folder => !order.includes(folder))).toEqual([]);
  for (const [folder, others] of Object.entries(mayImport)) {
    expect(others.filter(other => order.indexOf(other) <= order.indexOf(folder))).toEqual([]);
  }
});

test.each(Object.entries(mayImport))('%s imports only what it may', (folder, allowed) => {
  const wrong = edges()
    .filter(([from, to]) => folderOf(from) === folder && ![folder, ...allowed].includes(folderOf(to)))
    .map(([from, to]) => `${from} -> ${to}`);

  expect(wrong).toEqual([]);
});

test('docs/architecture.md has the same table', () => {
  const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8').split('## Which way imports point')[1]!;
  const rows = [...text.matchAll(/^\| `(\S+)` \| (.*) \|$/gm)].map(([, folder, others]) => [
    folder,
    [...others!.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  ]);

  expect(Object.fromEntries(rows)).toEqual(mayImport);
});

test('no file imports itself over others, types included', () => {
  expect(circlesIn(imports)).toEqual([]);
});

test('circles are found', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', []],
  ]);

  expect(circlesIn(graph)).toEqual([['a', 'b', 'c']]);
});

test('components do not import each other', () => {
  const componentOf = (file: string): string | undefined => /^lib\/components\/([^/]+)\//.exec(file)?.[1];
  const wrong = edges()
    .filter(([from, to]) => componentOf(from) !== undefined && componentOf(to) !== componentOf(from))
    .filter(([, to]) => to.startsWith('lib/components/'));

  expect(wrong).toEqual([]);
});

test('only lib/disk touches the disk', () => {
  const others = files.filter(file => folderOf(file) !== 'lib/disk' && /from '(node:)?fs/.test(text(file)));

  expect(others).toEqual([]);
});

// Whoever owns a platform changes its rows, and no test of the program may notice.
test('tests of the program read no rows but their own', () => {
  const isOwned = (file: string): boolean => /^(overlays|argocd|imports)\//.test(file);
  const tests = filesBelow('test').filter(file => file.endsWith('.test.ts') && !file.startsWith('test/platform/'));
  const rows = tests.map(file => [file, [...reachableFrom(file, runs)].filter(isOwned)] as const);

  expect(tests.length).toBeGreaterThan(50);
  expect(rows.filter(([, { length }]) => length > 0)).toEqual([]);
});

test('no folder or file is named for nothing', () => {
  expect(
    files.filter(file => /(^|\/)(utils?|helpers?|common|misc|types|manager|handler)(\/|\.ts$)/.test(file)),
  ).toEqual([]);
});

function sourceFiles(): string[] {
  return ['main.ts', ...['argocd', 'overlays', 'lib', 'imports'].flatMap(filesBelow)].sort();
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join(folder, file));
}

/** Files of this repository that a file imports, in whatever form: values, types, `export from`, `import()`. */
function importsOf(file: string, form = ''): string[] {
  const statement = new RegExp(`(?:^(?:import|export) ${form}(?:[^;'"]*? from )?|import\\()'(\\.[^']+)'`, 'gms');
  return [...text(file).matchAll(statement)].map(([, to]) => relative(root, resolve(root, dirname(file), to!)));
}

function edges(): [from: string, to: string][] {
  return [...imports].flatMap(([from, others]) => others.map((to): [string, string] => [from, to]));
}

/** Groups of files that reach each other, each sorted: the strongly connected parts with more than one file. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const reach = new Map([...graph.keys()].map(file => [file, reachableFrom(file, graph)]));
  const circles = [...reach].map(([file, others]) => [...others].filter(other => reach.get(other)?.has(file)).sort());
  return [...new Map(circles.filter(({ length }) => length > 1).map(circle => [circle.join(), circle])).values()];
}

function reachableFrom(start: string, graph: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const next of graph.get(file) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}

function folderOf(file: string): string {
  if (!file.includes('/')) return file;
  return file
    .split('/')
    .slice(0, file.startsWith('lib/') ? 2 : 1)
    .join('/');
}

function text(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
