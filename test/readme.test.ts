import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commands } from '../lib/cli/commands.ts';
import { command, inCheckout, plainsail } from './fixtures/checkout.ts';
import type { Outcome } from './fixtures/checkout.ts';
import { root } from './fixtures/own-program.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

// Each section is followed to the letter in a fresh copy, as a newcomer would.
test.each([
  [
    'Add a service',
    ['dist/overlays/prod/echo/kustomization.yaml', 'dist/overlays/prod/mlflow/service.mlflow-nodeport.yaml'],
  ],
  ['Add a model', ['dist/base/edge-models/deployment.churn.yaml']],
  [
    'Add a cluster',
    ['dist/argocd/roots/lab/application.dev-mlflow.yaml', 'dist/argocd/projects/appproject.platform-lab.yaml'],
  ],
  [
    'Add an environment',
    ['dist/overlays/staging/mlflow/kustomization.yaml', 'dist/argocd/roots/gcp/application.staging-mlflow.yaml'],
  ],
])('"%s" works as it is written', (section, files) => {
  const result = inCheckout(folder => {
    const before = existsSync(join(folder, files[0]!));
    follow(section, folder);
    return {
      before,
      types: command(folder, 'node_modules/.bin/tsc', ['--noEmit']),
      synth: plainsail(folder, ['synth']),
      check: plainsail(folder, ['check']),
      missing: files.filter(file => !existsSync(join(folder, file))),
    };
  });

  expect(result.before).toBe(false);
  expect(complaintsOf(result.types)).toBe('');
  expect(complaintsOf(result.synth)).toBe('');
  expect(result.check.status).toBe(0);
  expect(result.missing).toEqual([]);
});

test('a forgotten line is named', () => {
  const { status, stderr } = inCheckout(folder => {
    follow('Add a service', folder, ['overlays/images.json']);
    return plainsail(folder, ['synth']);
  });

  expect(status).toBe(2);
  expect(stderr).toBe(
    "overlays/images.json: 'echo' is missing, every service must have an image\n1 mistake. Nothing was written.\n",
  );
});

test('every command stands in the table of commands', () => {
  for (const { usage } of commands) expect(readme).toContain(`\`npm run ${usage.split(' ')[0]}`);
});

test('docs/rules.md is what the program prints', () => {
  expect(readFileSync(join(root, 'docs/rules.md'), 'utf8')).toBe(plainsail(root, ['rules']).stdout);
});

test('every script that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const named = [...readme.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, script]) => script!);

  expect(named.filter(script => !(script in scripts))).toEqual([]);
});

test('every path in the tree exists', () => {
  const tree = /## Where things are\s+```text\n(.*?)```/s.exec(readme)![1]!;
  const paths = [...tree.matchAll(/^(\S+(?: \S+\.ts)*)/gm)].flatMap(([, names]) => names!.split(' '));

  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([]);
});

/** Writes the files of a section, and makes its changes. */
function follow(section: string, folder: string, except: readonly string[] = []): void {
  const text = readme.split(/^## /m).find(part => part.startsWith(`${section}\n`))!;
  for (const [, language, path, body] of text.matchAll(/^```(ts|diff)\n\/\/ (\S+)\n(.*?)^```/gms)) {
    if (except.includes(path!)) continue;
    const file = join(folder, path!);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, language === 'ts' ? body! : changed(readFileSync(file, 'utf8'), body!, path!));
  }
}

/** Makes a change: each block of new lines replaces the old lines above it, or follows the lines that stay. */
function changed(text: string, diff: string, path: string): string {
  let result = text;
  for (const [, kept = '', old = '', added = ''] of diff.matchAll(/((?: .*\n)*)((?:-.*\n)*)((?:\+.*\n)*)/g)) {
    const lines = (block: string): string => block.replaceAll(/^./gm, '');
    const anchor = old === '' ? lines(kept) : lines(old);
    if (added === '') continue;
    if (!result.includes(anchor)) throw new Error(`${path} does not hold:\n${anchor}`);
    result = result.replace(anchor, () => (old === '' ? anchor + lines(added) : lines(added)));
  }
  return result;
}

function complaintsOf({ status, stdout, stderr }: Outcome): string {
  return status === 0 ? '' : stdout + stderr;
}
