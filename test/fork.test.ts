import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, edit, filesBelow, inCheckout, plainsail } from './fixtures/checkout.ts';
import { root } from './fixtures/repository.ts';
import { follow, recipes } from './fixtures/recipes.ts';

// Each value of the site, and what somebody else has in its place.
const facts: readonly (readonly [string, string])[] = [
  ['https://github.com/example-org/plainsail.git', 'https://git.acme.example/platform.git'],
  ['refs/heads/main', 'refs/heads/trunk'],
  ['mlops.example.com', 'ml.acme.example'],
  ['example-tailnet.ts.net', 'acme-tailnet.ts.net'],
  ['example-mlops', 'acme-platform'],
  ['platform@example.com', 'ops@acme.example'],
  ['example-org/models', 'acme/models'],
];

test('a later version of the program merges without touching a row, and the merged platform is whole', () => {
  inCheckout(folder => {
    begin(folder);
    onBranch(folder, 'fork', () => makeItYours(folder));
    const yours = ownedBy(folder);
    git(folder, 'checkout', '-q', 'program');
    newVersion(folder);
    git(folder, 'checkout', '-q', 'fork');

    const merge = command(folder, 'git', ['merge', '-q', '--no-commit', 'program']);
    const conflicts = git(folder, 'diff', '--name-only', '--diff-filter=U').split('\n').filter(Boolean);

    // Both sides changed generated files, so there are conflicts, and all of them lie there.
    expect(merge.status).toBe(1);
    expect(conflicts.length).toBeGreaterThan(0);
    expect(conflicts.filter(path => !path.startsWith('dist/'))).toEqual([]);
    expect([...filesBelow(join(folder, 'dist'))].filter(([, text]) => /^<{7} /m.test(text))).toEqual([]);
    expect(ownedBy(folder)).toEqual(yours);

    expect(plainsail(folder, ['synth'])).toMatchObject({ status: 0, stderr: '' });
    git(folder, 'add', '--all');
    git(folder, 'commit', '-qm', 'Version 0.2.0');
    expect(plainsail(folder, ['check'])).toMatchObject({ status: 0, stderr: '' });
    expect(command(folder, 'node_modules/.bin/tsc', ['--noEmit'])).toMatchObject({ status: 0, stdout: '' });

    // Tests of the program do not read these rows; those of the platform must be true of them.
    const tests = command(folder, 'npm', ['run', '--silent', 'test:platform']);
    expect(tests.stderr).toMatch(/^Tests: +\d+ passed, \d+ total$/m);
    expect(tests.status).toBe(0);

    // What either side brought is there.
    for (const path of ['overlays/prod/echo', 'overlays/qa/mlflow', 'overlays/prod/hello']) {
      expect(existsSync(join(folder, 'dist', path, 'kustomization.yaml'))).toBe(true);
    }
    expect(readFileSync(join(folder, 'dist/base/mlflow/deployment.mlflow.yaml'), 'utf8')).toContain('memory: 448Mi');
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });
}, 300_000);

test('docs/fork.md names as owned what this test holds', () => {
  const [, table = ''] = /\| yours \| what it is \|\n(.*?)\n\n/s.exec(
    readFileSync(join(root, 'docs/fork.md'), 'utf8'),
  )!;

  expect([...table.matchAll(/^\| `(\S+)`/gm)].map(([, path]) => path)).toEqual([
    ...owned,
    'lib/components/<yours>/',
    'dist/',
    '.github/CODEOWNERS',
  ]);
});

const owned = ['overlays/', 'argocd/', 'imports/'];

/** Everything that belongs to the owner of a fork, but for what is generated. */
function ownedBy(folder: string): Map<string, string> {
  const folders = [...owned, 'lib/components/echo', '.github'];
  return new Map(
    folders.flatMap(path =>
      [...filesBelow(join(folder, path))].map(([file, text]): [string, string] => [join(path, file), text]),
    ),
  );
}

/** A repository with this version of the program, on its branch. */
function begin(folder: string): void {
  for (const name of [
    'README.md',
    'CHANGELOG.md',
    'docs',
    'test',
    'bench',
    'images',
    'jest.config.js',
    '.gitattributes',
    '.gitignore',
    '.github',
  ]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  git(folder, 'init', '-q', '-b', 'program');
  git(folder, 'config', 'user.name', 'A test');
  git(folder, 'config', 'user.email', 'test@example.com');
  git(folder, 'config', 'commit.gpgsign', 'false');
  // The checkout has its packages by a link, which the folder's pattern does not match.
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n');
  expect(plainsail(folder, ['synth']).status).toBe(0);
  commit(folder, 'Version 0.1.0');
}

function onBranch(folder: string, name: string, act: () => void): void {
  git(folder, 'checkout', '-q', '-b', name);
  act();
}

/** Another site, everything that the README tells how to do, and somebody who approves it. */
function makeItYours(folder: string): void {
  for (const [value, other] of facts) {
    edit(folder, 'overlays/site.ts', text => text.replace(`'${value}'`, `'${other}'`));
  }
  for (const recipe of recipes) follow(recipe, folder);
  writeFileSync(join(folder, '.github/CODEOWNERS'), '* @acme/platform\n');
  expect(plainsail(folder, ['synth'])).toMatchObject({ status: 0, stderr: '' });
  commit(folder, 'Ours');
}

/** What a later version may bring: other defaults, a component more, another text, another dist/. */
function newVersion(folder: string): void {
  edit(folder, 'lib/services/mlflow/mlflow.ts', text => text.replace("memory: '384Mi'", "memory: '448Mi'"));
  mkdirSync(join(folder, 'lib/components/hello'));
  writeFileSync(join(folder, 'lib/components/hello/index.ts'), hello);
  appendFileSync(join(folder, 'lib/components/index.ts'), "export { hello } from './hello/index.ts';\n");
  edit(folder, 'README.md', text => text.replace('# Plainsail\n', '# Plainsail\n\nNow with a greeting.\n'));
  edit(folder, 'CHANGELOG.md', text => text.replace('## [0.1.0]', '## [0.2.0]\n\n### Added\n\n- hello\n\n## [0.1.0]'));
  edit(folder, 'package.json', text => text.replace('"version": "0.1.0"', '"version": "0.2.0"'));
  expect(plainsail(folder, ['synth'])).toMatchObject({ status: 0, stderr: '' });
  commit(folder, 'Version 0.2.0');
}

const hello = `
import { Construct } from 'constructs';
import { HttpWorkload } from '../../constructs/http-workload.ts';
import type { Component } from '../../model/component.ts';
import { service } from '../../model/service.ts';

class Hello extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new HttpWorkload(this, 'Default', {
      probes: { liveness: { check: 'connect', period: 10 }, readiness: { check: 'connect', period: 5 } },
      sizing: { cpu: '25m', cpuLimit: '50m', memory: '32Mi', memoryLimit: '64Mi', scratch: '16Mi' },
    });
  }
}

export const hello = {
  services: {
    hello: service({ construct: Hello, image: 'ghcr.io/example-org/hello:1.0.0', offers: { hello: { port: 8080 } } }),
  },
} satisfies Component;
`;

function commit(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '-qm', message);
}

function git(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = command(folder, 'git', args);
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}
