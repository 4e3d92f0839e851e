import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommitted } from '../../lib/disk/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'committed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('reads every file of a folder as a commit has it, whatever lies there now', () => {
  repository({ 'dist/a.yaml': 'one\n', 'dist/deep/ü b.yaml': 'zwei – ü\n', 'dist/empty': '', 'other': 'no' });
  writeFileSync(join(folder, 'dist/a.yaml'), 'changed');

  expect([...readCommitted(folder, 'HEAD', 'dist')]).toEqual([
    ['a.yaml', 'one\n'],
    ['deep/ü b.yaml', 'zwei – ü\n'],
    ['empty', ''],
  ]);
});

test('a folder that the commit does not have holds nothing, and links are no files', () => {
  mkdirSync(join(folder, 'dist'));
  symlinkSync('/etc/passwd', join(folder, 'dist/link'));
  repository({ other: 'x' });

  expect(readCommitted(folder, 'HEAD', 'dist').size).toBe(0);
  expect(readCommitted(folder, 'HEAD', 'nowhere').size).toBe(0);
});

test('reads below the top of a repository too', () => {
  repository({ 'deep/dist/a.yaml': 'one\n' });

  expect([...readCommitted(join(folder, 'deep'), 'HEAD', 'dist')]).toEqual([['a.yaml', 'one\n']]);
});

test.each(['nobody', '--all', 'HEAD~7', ''])("'%s' is no commit, and is told in words", commit => {
  repository({ 'dist/a.yaml': 'one\n' });

  expect(() => readCommitted(folder, commit, 'dist')).toThrow(`'${commit}' must be a commit of this repository`);
});

test('a folder that is no repository is told in words', () => {
  expect(() => readCommitted(folder, 'HEAD', 'dist')).toThrow(/not a git repository|must be a commit/);
});

function repository(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args]);
  git('init', '-q');
  git('add', '--all');
  git('commit', '-qm', 'first');
}
