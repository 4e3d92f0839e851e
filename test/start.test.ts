import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './fixtures/checkout.ts';
import type { Outcome } from './fixtures/checkout.ts';
import { root } from './fixtures/repository.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  for (const name of ['start.js', 'strip-types.js']) copyFileSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'program.ts'),
    [
      'const seen: readonly string[] = process.argv.slice(2);',
      'console.log(JSON.stringify({ seen, ppid: process.ppid, main: import.meta.filename === process.argv[1] }));',
      'process.exitCode = 3;',
    ].join('\n'),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

test('starts a program with its arguments, in the process that it was started in', () => {
  withLoader();

  const { status, stdout, stderr } = start('program.ts', '--one', 'two words');

  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({ seen: ['--one', 'two words'], ppid: process.pid, main: true });
  expect(status).toBe(3);
});

test('types leave every line and column where it was', () => {
  withLoader();
  const lines = [
    'const word = (text: string): string => text as string;',
    'type Told = { text: string };',
    'console.log(',
  ];
  writeFileSync(
    join(folder, 'program.ts'),
    [...lines, "  word('here' satisfies Told['text']), where());", where].join('\n'),
  );

  expect(start('program.ts')).toMatchObject({ status: 0, stdout: 'here program.ts:4:40\n' });
});

test('what is more than types is named, with its line', () => {
  withLoader();
  writeFileSync(join(folder, 'program.ts'), 'export const one = 1;\nexport enum Two { three }\n');

  const { status, stderr } = start('program.ts');

  expect(status).toBe(1);
  expect(stderr).toMatch(/program\.ts:2: is more than types|TypeScript enum is not supported/);
});

test('loads a loader where Node needs one, and only there', () => {
  const { status, stderr } = start('program.ts');

  const { typescript = false } = process.features as { typescript?: string | false };
  if (typescript) expect([status, stderr]).toEqual([3, '']);
  else expect([status, stderr]).toEqual([1, expect.stringContaining("Cannot find package 'ts-blank-space'")]);
});

const where = `function where(): string {
  return /program\\.ts:\\d+:\\d+/.exec(new Error('here').stack!.split('\\n')[2]!)![0];
}`;

function withLoader(): void {
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['ts-blank-space', 'typescript']) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
}

function start(...args: readonly string[]): Outcome {
  return command(folder, process.execPath, ['start.js', ...args]);
}
