import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeIntoUsr } from './merged-usr.ts';

const folder = mkdtempSync(join(tmpdir(), 'merged-usr-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As packages are unpacked: a shell in one place, its library in both. */
function unpacked(name: string): string {
  const root = join(folder, name);
  for (const path of ['bin', 'lib/x', 'usr/lib/x', 'usr/bin']) mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, 'bin', 'shell'), 'shell', { mode: 0o755 });
  symlinkSync('shell', join(root, 'bin', 'sh'));
  writeFileSync(join(root, 'lib', 'x', 'one.so'), 'one');
  writeFileSync(join(root, 'usr', 'lib', 'x', 'other.so'), 'other');
  return root;
}

test('everything lies below usr, links and rights as they were', () => {
  const root = unpacked('part');
  mergeIntoUsr(root, false);

  expect(['bin', 'lib'].filter(name => existsSync(join(root, name)))).toEqual([]);
  expect(readlinkSync(join(root, 'usr', 'bin', 'sh'))).toBe('shell');
  expect(lstatSync(join(root, 'usr', 'bin', 'shell')).mode & 0o777).toBe(0o755);
  expect(readFileSync(join(root, 'usr', 'lib', 'x', 'one.so'), 'utf8')).toBe('one');
  expect(readFileSync(join(root, 'usr', 'lib', 'x', 'other.so'), 'utf8')).toBe('other');
});

test('a root of its own has the old paths, too', () => {
  const root = unpacked('whole');
  mergeIntoUsr(root, true);

  expect(['bin', 'sbin', 'lib', 'lib64'].map(name => readlinkSync(join(root, name)))).toEqual([
    'usr/bin',
    'usr/sbin',
    'usr/lib',
    'usr/lib64',
  ]);
  expect(readFileSync(join(root, 'lib', 'x', 'one.so'), 'utf8')).toBe('one');
});
